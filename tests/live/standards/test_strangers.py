"""A stranger checks a ledger that rests on an organization's own standard, from public files."""

from pathlib import Path

import pytest
from flask import Flask

from jobquality import services
from jobquality.http import Context
from jobquality.services.public_ledgers import read_ledger
from jobquality.services.samples.making import make_samples
from jobquality.store.database import Database
from jobquality.store.organizations import get_organization
from jobquality.web.samples import workshop_of
from tests.cli.calling import call

FILES = sorted((Path(services.__file__).parent / "samples" / "standards").glob("*20??.1.yaml"))


@pytest.mark.soak
def test_a_stranger_checks_a_chain_with_an_own_standard_from_its_public_files(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    here = app.extensions["jobquality"]
    assert isinstance(here, Context)
    ledger = tmp_path / "ledger.json"
    with database.transaction() as session:
        organization = get_organization(session, make_samples(session, workshop_of(here)))
        ledger.write_text(read_ledger(session, organization.slug))
    standards = [part for file in FILES for part in ("--standard", str(file))]

    without = call("verify", "--file", str(ledger))
    checked = call("verify", "--file", str(ledger), *standards)

    assert len(FILES) == 2
    assert without.code == 1
    assert "There is no standard sample_kitchens@2025.1" in without.out
    assert checked.code == 0, checked.out + checked.err
