"""Everything from an empty installation to a published scorecard."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_REFUSAL = "Nothing published changes: publish a correction"
#: The one chain that may be deleted whole is that of the organization of samples.
_IS_SAMPLE = "EXISTS (SELECT 1 FROM organizations WHERE id = OLD.organization_id AND is_sample)"
_GUARDED = {
    "bodies": "hash = NEW.hash",
    "ledger": "organization_id = NEW.organization_id AND number = NEW.number",
    "public_keys": "key_id = NEW.key_id",
}


def upgrade() -> None:
    """Make the tables and their guards."""
    for make in _TABLES:
        make()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for guard in _sqlite_guards() if is_sqlite else _postgresql_guards():
        op.execute(guard)


def _sqlite_guards() -> list[str]:
    guards = [
        f"""
        CREATE TRIGGER organizations_stay_real BEFORE UPDATE OF is_sample ON organizations
        WHEN NEW.is_sample IS NOT OLD.is_sample
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
        """
    ]
    for table, is_same in _GUARDED.items():
        guards += [
            f"""
            CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
            BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
            """,
            f"""
            CREATE TRIGGER {table}_never_go BEFORE DELETE ON {table} WHEN NOT {_IS_SAMPLE}
            BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
            """,
            # INSERT OR REPLACE removes the old row without firing the DELETE trigger.
            f"""
            CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table}
            WHEN EXISTS (SELECT 1 FROM {table} WHERE {is_same})
            BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
            """,
        ]
    return guards


def _postgresql_guards() -> list[str]:
    guards = [
        f"""
        CREATE FUNCTION only_samples_go() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF TG_OP = 'DELETE' THEN
            IF {_IS_SAMPLE} THEN RETURN OLD; END IF;
          END IF;
          RAISE EXCEPTION '{_REFUSAL}';
        END $$
        """,
        f"""
        CREATE FUNCTION organizations_stay_real() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF NEW.is_sample IS DISTINCT FROM OLD.is_sample THEN RAISE EXCEPTION '{_REFUSAL}'; END IF;
          RETURN NEW;
        END $$
        """,
        """
        CREATE TRIGGER organizations_stay_real BEFORE UPDATE ON organizations
        FOR EACH ROW EXECUTE FUNCTION organizations_stay_real()
        """,
    ]
    for table in _GUARDED:
        guards += [
            f"""
            CREATE TRIGGER {table}_never_change BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION only_samples_go()
            """,
            f"""
            CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION only_samples_go()
            """,
        ]
    return guards


def _make_limits() -> None:
    op.create_table(
        "limits",
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_limits"),
    )
    op.create_index("ix_limits_expires_at", "limits", ["expires_at"], unique=False)


def _make_organizations() -> None:
    op.create_table(
        "organizations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("region", sa.String(length=200), nullable=False),
        sa.Column("funding", sa.Text(), nullable=False),
        sa.Column("languages", sa.String(length=20), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organizations"),
        sa.UniqueConstraint("slug", name="uq_organizations_slug"),
    )


def _make_setup_codes() -> None:
    op.create_table(
        "setup_codes",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("digest", name="pk_setup_codes"),
    )


def _make_bodies() -> None:
    op.create_table(
        "bodies",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_bodies_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("hash", name="pk_bodies"),
    )
    op.create_index("ix_bodies_organization_id", "bodies", ["organization_id"], unique=False)


def _make_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_documents_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("subject", "kind", "language", name="pk_documents"),
    )
    op.create_index("ix_documents_organization_id", "documents", ["organization_id"], unique=False)


def _make_employers() -> None:
    op.create_table(
        "employers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("legal_name", sa.String(length=200), nullable=False),
        sa.Column("sector", sa.String(length=6), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("website", sa.String(length=500), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_employers_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_employers"),
        sa.UniqueConstraint(
            "organization_id", "name_key", name="uq_employers_organization_id_name_key"
        ),
        sa.UniqueConstraint("slug", name="uq_employers_slug"),
    )
    op.create_index("ix_employers_organization_id", "employers", ["organization_id"], unique=False)


def _make_initiatives() -> None:
    op.create_table(
        "initiatives",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("sector", sa.String(length=6), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.String(length=32), nullable=False),
        sa.Column("shown_by", sa.String(length=32), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_initiatives_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_initiatives"),
        sa.UniqueConstraint("slug", name="uq_initiatives_slug"),
    )
    op.create_index(
        "ix_initiatives_organization_id", "initiatives", ["organization_id"], unique=False
    )


def _make_intents() -> None:
    op.create_table(
        "intents",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_intents_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("key", name="pk_intents"),
    )
    op.create_index("ix_intents_organization_id", "intents", ["organization_id"], unique=False)


def _make_invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("roles", sa.String(length=100), nullable=False),
        sa.Column("invited_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.String(length=32), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_invitations_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("token_digest", name="uq_invitations_token_digest"),
    )
    op.create_index(
        "ix_invitations_organization_id", "invitations", ["organization_id"], unique=False
    )


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_ledger_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("organization_id", "number", name="pk_ledger"),
    )


def _make_people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("password_hash", sa.String(length=300), nullable=True),
        sa.Column("session_key", sa.String(length=64), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("roles", sa.String(length=100), nullable=False),
        sa.Column("second_factor", sa.String(length=40), nullable=True),
        sa.Column("totp_secret", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_people_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("email", name="uq_people_email"),
        sa.UniqueConstraint("session_key", name="uq_people_session_key"),
    )
    op.create_index("ix_people_organization_id", "people", ["organization_id"], unique=False)


def _make_public_keys() -> None:
    op.create_table(
        "public_keys",
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("first", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_public_keys_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("key_id", name="pk_public_keys"),
    )
    op.create_index(
        "ix_public_keys_organization_id", "public_keys", ["organization_id"], unique=False
    )


def _make_rates() -> None:
    op.create_table(
        "rates",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("parameter", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("check_by", sa.Date(), nullable=False),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organizations.id"], name="fk_rates_organization_id_organizations"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_rates"),
        sa.UniqueConstraint(
            "organization_id",
            "parameter",
            "place",
            "first",
            name="uq_rates_organization_id_parameter_place_first",
        ),
    )
    op.create_index("ix_rates_organization_id", "rates", ["organization_id"], unique=False)


def _make_activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("initiative_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("employers", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=2000), nullable=False),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.String(length=32), nullable=False),
        sa.Column("shown_by", sa.String(length=32), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiatives.id"],
            name="fk_activities_initiative_id_initiatives",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_activities_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_activities"),
    )
    op.create_index("ix_activities_initiative_id", "activities", ["initiative_id"], unique=False)
    op.create_index(
        "ix_activities_organization_id", "activities", ["organization_id"], unique=False
    )


def _make_assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("edition", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("sites", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("reviewer_id", sa.String(length=32), nullable=True),
        sa.Column("previous_id", sa.String(length=32), nullable=True),
        sa.Column("hold_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hold_reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name="fk_assessments_author_id_people"
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_assessments_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_assessments_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["people.id"], name="fk_assessments_reviewer_id_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
    )
    op.create_index("ix_assessments_employer_id", "assessments", ["employer_id"], unique=False)
    op.create_index(
        "ix_assessments_organization_id", "assessments", ["organization_id"], unique=False
    )
    op.create_index("ix_assessments_state", "assessments", ["state"], unique=False)


def _make_certificates() -> None:
    op.create_table(
        "certificates",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("publication_hash", sa.String(length=64), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_certificates_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["people.id"], name="fk_certificates_issued_by_people"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_certificates_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("code", name="pk_certificates"),
        sa.UniqueConstraint("hash", name="uq_certificates_hash"),
    )
    op.create_index("ix_certificates_employer_id", "certificates", ["employer_id"], unique=False)
    op.create_index(
        "ix_certificates_organization_id", "certificates", ["organization_id"], unique=False
    )
    op.create_index(
        "ix_certificates_publication_hash", "certificates", ["publication_hash"], unique=False
    )


def _make_establishments() -> None:
    op.create_table(
        "establishments",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["employers.id"],
            name="fk_establishments_employer_id_employers",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_establishments_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_establishments"),
        sa.UniqueConstraint("employer_id", "slug", name="uq_establishments_employer_id_slug"),
    )
    op.create_index(
        "ix_establishments_employer_id", "establishments", ["employer_id"], unique=False
    )
    op.create_index(
        "ix_establishments_organization_id", "establishments", ["organization_id"], unique=False
    )


def _make_partners() -> None:
    op.create_table(
        "partners",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("initiative_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("part", sa.String(length=300), nullable=False),
        sa.Column("written_by", sa.String(length=32), nullable=False),
        sa.Column("shown_by", sa.String(length=32), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiatives.id"],
            name="fk_partners_initiative_id_initiatives",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_partners_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_partners"),
    )
    op.create_index("ix_partners_initiative_id", "partners", ["initiative_id"], unique=False)
    op.create_index("ix_partners_organization_id", "partners", ["organization_id"], unique=False)


def _make_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_sessions_person_id_people", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest", name="pk_sessions"),
    )
    op.create_index("ix_sessions_expires_at", "sessions", ["expires_at"], unique=False)
    op.create_index("ix_sessions_person_id", "sessions", ["person_id"], unique=False)


def _make_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("grade", sa.String(length=2), nullable=True),
        sa.Column("source", sa.String(length=2000), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("workers_asked", sa.Integer(), nullable=True),
        sa.Column("workers_confirming", sa.Integer(), nullable=True),
        sa.Column("workers_month", sa.String(length=7), nullable=True),
        sa.Column("law_checked_on", sa.Date(), nullable=True),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_answers_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_answers_author_id_people"),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_answers_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "criterion", name="pk_answers"),
    )
    op.create_index("ix_answers_organization_id", "answers", ["organization_id"], unique=False)


def _make_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("grade", sa.String(length=2), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("captured_on", sa.Date(), nullable=True),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name="fk_evidence_added_by_people"),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_evidence_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_evidence_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    op.create_index("ix_evidence_assessment_id", "evidence", ["assessment_id"], unique=False)
    op.create_index("ix_evidence_organization_id", "evidence", ["organization_id"], unique=False)


def _make_notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.String(length=32), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_how", sa.String(length=300), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("replied_by", sa.String(length=200), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_notices_assessment_id_assessments"
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name="fk_notices_decided_by_people"),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_notices_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(["sent_by"], ["people.id"], name="fk_notices_sent_by_people"),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("token_digest", name="uq_notices_token_digest"),
    )
    op.create_index("ix_notices_assessment_id", "notices", ["assessment_id"], unique=False)
    op.create_index("ix_notices_organization_id", "notices", ["organization_id"], unique=False)


def _make_publications() -> None:
    op.create_table(
        "publications",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_publications_assessment_id_assessments"
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name="fk_publications_employer_id_employers"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_publications_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["people.id"], name="fk_publications_published_by_people"
        ),
        sa.PrimaryKeyConstraint("hash", name="pk_publications"),
        sa.UniqueConstraint("assessment_id", name="uq_publications_assessment_id"),
    )
    op.create_index("ix_publications_employer_id", "publications", ["employer_id"], unique=False)
    op.create_index(
        "ix_publications_organization_id", "publications", ["organization_id"], unique=False
    )
    op.create_index("ix_publications_state", "publications", ["state"], unique=False)


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_reviews_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_reviews_organization_id_organizations",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_reviews_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_assessment_id", "reviews", ["assessment_id"], unique=False)
    op.create_index("ix_reviews_organization_id", "reviews", ["organization_id"], unique=False)


def _make_replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("notice_id", sa.String(length=32), nullable=False),
        sa.Column("criterion", sa.String(length=100), nullable=False),
        sa.Column("stance", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name="fk_replies_notice_id_notices", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name="fk_replies_organization_id_organizations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_replies"),
        sa.UniqueConstraint("notice_id", "criterion", name="uq_replies_notice_id_criterion"),
    )
    op.create_index("ix_replies_notice_id", "replies", ["notice_id"], unique=False)
    op.create_index("ix_replies_organization_id", "replies", ["organization_id"], unique=False)


_TABLES = (
    _make_limits,
    _make_organizations,
    _make_setup_codes,
    _make_bodies,
    _make_documents,
    _make_employers,
    _make_initiatives,
    _make_intents,
    _make_invitations,
    _make_ledger,
    _make_people,
    _make_public_keys,
    _make_rates,
    _make_activities,
    _make_assessments,
    _make_certificates,
    _make_establishments,
    _make_partners,
    _make_sessions,
    _make_answers,
    _make_evidence,
    _make_notices,
    _make_publications,
    _make_reviews,
    _make_replies,
)
