"""What every table has in common. A row never leaves the store: queries return frozen values."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC on every database.

    SQLite forgets time zones, so a naive moment is refused on the way in and UTC is put back
    on the way out.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy hands every type the dialect
        """Turn an aware moment into UTC.

        Raises:
            ValueError: the moment has no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - as above
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(DeclarativeBase):
    """The base of every table; names every constraint, so that a migration can find it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment}


class OfOrganization:
    """A row that belongs to one organization; `store.tenancy` lets nobody else see it."""

    organization_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("organizations.id"), index=True
    )


class Marked:
    """A row that somebody rests on: `mark` proves that a program with the key wrote it.

    `MARKED` names what the mark stands for. Whoever has the database alone can make no mark.
    `IS_CHANGED` is off where the database refuses every change, so that no older row is marked.
    """

    MARKED: ClassVar[tuple[str, ...]]
    IS_CHANGED: ClassVar[bool] = True

    mark: Mapped[str] = mapped_column(String(64), default="")


class Traced:
    """A row that leads to a publication: an event of the log tells of each change of it.

    `TRACED` names its parts, and the columns of each.
    """

    TRACED: ClassVar[Mapping[str, tuple[str, ...]]]


class Versioned:
    """A row that two people may write: the one who saw an older version is refused."""

    version: Mapped[int]

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE name the version that it replaces."""
        return {"version_id_col": cls.version}
