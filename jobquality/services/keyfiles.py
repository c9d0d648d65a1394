"""Whether the files of keys are those of the chains: whoever signs a chain anew leaves them behind.

A chain that was made anew in the database, with a key of somebody's own, is whole in itself. The
files of keys lie outside the database and still hold the key of the chain that was.
"""

from collections.abc import Iterator

from jobquality.services.chainkeys import chain_keys_of
from jobquality.store.database import Session
from jobquality.store.keys import Filed, Keyring
from jobquality.store.organizations import list_organizations
from jobquality.store.publications import PublicKey, first_entry


def find_other_files(session: Session, keys: Keyring) -> Iterator[str]:
    """Yield what is wrong with the files of keys, as sentences that name the organization.

    A key that signed once may be there or gone; that which signs now must be there. What waits
    for a first publication is no fault. Nothing is said of a folder without any key: that of
    another machine. The session belongs to every organization.
    """
    filed = keys.list_filed()
    slugs = {one.id: one.slug for one in list_organizations(session)}
    known = chain_keys_of(session, slugs)
    for one in filed:
        message = _fault_of(one, slugs, known.get(one.organization_id, ()))
        if message and not _waits(session, one, slugs):
            yield message
    there = {one.key_id for one in filed}
    for owner, chain in known.items():
        if filed and chain[-1].key_id not in there:
            yield f"{slugs[owner]}: no file holds the key {chain[-1].key_id}, which signs now."


def _fault_of(filed: Filed, slugs: dict[str, str], chain: tuple[PublicKey, ...]) -> str:
    slug = slugs.get(filed.organization_id, "")
    if not slug:
        return f"The file of a key {filed.name} belongs to no organization here."
    if not filed.key_id:
        return f"{slug}: The file {filed.name} holds no key, or cannot be read."
    if filed.key_id in {one.key_id for one in chain}:
        return ""
    return f"{slug}: The key in {filed.name} stands in no entry of the chain."


def _waits(session: Session, filed: Filed, slugs: dict[str, str]) -> bool:
    """Say whether a key was made for a first entry that is not there yet."""
    is_first = bool(filed.key_id) and filed.organization_id in slugs
    return is_first and first_entry(session, filed.organization_id) is None
