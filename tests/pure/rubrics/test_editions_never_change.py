"""An edition that has been used never changes what it scores: a change needs a new edition.

Where this fails, do not write the new hash here. Either the file of an edition was changed
(name it as the next edition instead), or `scoring_hash` itself (then every published score
would lose its edition).
"""

from jobquality.rubrics.catalog import shipped

SCORING_HASHES = {
    "restaurants_us@2026.1": "e8ccdb44c1e8b6b4e272908d25527cdecb6a9d18acc2c0107ab26f9470a52948",
    "retail_us@2026.1": "a0a7164a21cd612a3cfa4911df3031581e9158158f029f3be82708b0ad1afbdc",
}


def test_a_used_edition_scores_as_it_always_did() -> None:
    found = {rubric.name: rubric.scoring_hash for rubric in shipped().editions()}

    assert {name: found.get(name) for name in SCORING_HASHES} == SCORING_HASHES


def test_every_edition_that_ships_is_pinned() -> None:
    assert {rubric.name for rubric in shipped().editions()} == set(SCORING_HASHES)
