"""A device with a passkey, made of nothing but a key: it answers as a test wants it to."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from html import unescape

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url, encode_cbor

from jobquality.services.steps import NewPasskey, keep_passkey
from jobquality.store.database import Database
from jobquality.store.people import Person
from tests.live.conftest import NOON

HERE = "http://localhost:8000"
PRESENT, VERIFIED = 1, 4


@dataclass(slots=True)
class SoftKey:
    """A passkey; `count` goes up each time it is used."""

    name: str = "phone"
    count: int = 0
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    @property
    def credential_id(self) -> bytes:
        return hashlib.sha256(self.name.encode()).digest()

    def register(self, database: Database, person: Person) -> None:
        """Let the passkey be this person's."""
        point = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
        new = NewPasskey(
            id=f"passkey-{self.name}",
            name=self.name,
            credential_id=bytes_to_base64url(self.credential_id),
            public_key=bytes_to_base64url(encode_cbor(public)),
            sign_count=self.count,
        )
        with database.transaction(person.organization_id) as session:
            keep_passkey(session, person.actor, new, at=NOON)

    def answer(
        self, page: str, *, origin: str = HERE, flags: int = PRESENT | VERIFIED, host: str = ""
    ) -> str:
        """Answer the question that stands on a page."""
        self.count += 1
        (asked,) = re.findall(r'data-options="([^"]*)"', page)
        said = {
            "type": "webauthn.get",
            "challenge": json.loads(unescape(asked))["challenge"],
            "origin": origin,
        }
        client = json.dumps(said).encode()
        place = hashlib.sha256((host or "localhost").encode()).digest()
        data = place + bytes([flags]) + self.count.to_bytes(4)
        signed = data + hashlib.sha256(client).digest()
        response = {
            "clientDataJSON": bytes_to_base64url(client),
            "authenticatorData": bytes_to_base64url(data),
            "signature": bytes_to_base64url(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
        }
        name = bytes_to_base64url(self.credential_id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})
