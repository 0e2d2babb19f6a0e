"""Organisations, their teams and their staff: what the command line adds and lists."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.ids import new_id
from bot.store.tables import Organisation, Staff, Team


class Role(StrEnum):
    """What a member of staff may do."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    COUNSELLOR = "counsellor"
    LEAD = "lead"


class Refused(ValueError):
    """What was asked for cannot be done; the message says why and what to do, for whoever typed it."""


def add_organisation(store: Store, name: str, now: datetime, random: Random) -> Organisation:
    """Add an organisation. Raises Refused when one of this name is there."""
    with store.writing() as session:
        if session.scalar(select(Organisation.id).where(Organisation.name == name)):
            raise Refused(f"There is an organisation {name!r} already.")
        added = Organisation(id=new_id(random), name=name, created_at=now)
        session.add(added)
        return added


def add_team(store: Store, organisation: str, name: str, random: Random) -> Team:
    """Add a team to an organisation, given by name. Raises Refused when that has a team of this name."""
    with store.writing() as session:
        home = organisation_named(session, organisation)
        same = select(Team.id).where(Team.organisation_id == home.id, Team.name == name)
        if session.scalar(same):
            raise Refused(f"{organisation} has a team {name!r} already.")
        added = Team(id=new_id(random), organisation_id=home.id, name=name)
        session.add(added)
        return added


def add_staff(
    store: Store,
    name: str,
    email: str,
    role: Role,
    now: datetime,
    random: Random,
    *,
    organisation: str | None = None,
    team: str | None = None,
    language: str = "nl",
) -> Staff:
    """Add a member of staff. Without an organisation they join the first one.

    Raises:
        Refused: the address is no e-mail address or is taken, or there is no such organisation or team.
    """
    address = _address(email)
    with store.writing() as session:
        taken = session.scalars(select(Staff).where(Staff.email == address)).first()
        if taken:
            raise Refused(f"{address} is taken by {taken.name} ({taken.role}).")
        home = organisation_named(session, organisation)
        added = Staff(
            id=new_id(random),
            organisation_id=home.id,
            team_id=_team(session, home, team).id if team else None,
            name=name,
            email=address,
            role=role.value,
            language=language,
            created_at=now,
        )
        session.add(added)
        return added


def set_language(store: Store, staff_id: str, language: str) -> None:
    """Keep the language of somebody's pages and mails."""
    with store.writing() as session:
        session.get_one(Staff, staff_id).language = language


def disable_staff(store: Store, email: str, now: datetime) -> Staff:
    """Take a member of staff's access away; what they wrote stays. Raises Refused when there is none."""
    with store.writing() as session:
        member = member_named(session, email)
        member.disabled_at = member.disabled_at or now
        return member


def organisations(store: Store) -> Sequence[Organisation]:
    """All organisations, the first one first."""
    with store.reading() as session:
        return session.scalars(select(Organisation).order_by(Organisation.created_at, Organisation.id)).all()


def organisation_name(store: Store, organisation_id: str) -> str:
    """The name of an organisation."""
    with store.reading() as session:
        return session.get_one(Organisation, organisation_id).name


def teams(store: Store) -> Sequence[Team]:
    """All teams, by organisation and name."""
    with store.reading() as session:
        return session.scalars(select(Team).order_by(Team.organisation_id, Team.name)).all()


def staff(store: Store) -> Sequence[Staff]:
    """All staff, the disabled too, by e-mail address."""
    with store.reading() as session:
        return session.scalars(select(Staff).order_by(Staff.email)).all()


def organisation_named(session: Session, name: str | None) -> Organisation:
    """The organisation of this name; without a name, the first one. Raises Refused when there is none."""
    named = select(Organisation).order_by(Organisation.created_at, Organisation.id)
    if name is not None:
        named = named.where(Organisation.name == name)
    found = session.scalars(named).first()
    if found is None:
        raise Refused(f"There is no organisation {name!r}." if name else "There is no organisation yet.")
    return found


def _team(session: Session, organisation: Organisation, name: str) -> Team:
    named = select(Team).where(Team.organisation_id == organisation.id, Team.name == name)
    found = session.scalars(named).first()
    if found is None:
        raise Refused(f"{organisation.name} has no team {name!r}.")
    return found


def member_named(session: Session, email: str) -> Staff:
    """The member of staff with this e-mail address. Raises Refused when there is none."""
    found = session.scalars(select(Staff).where(Staff.email == _address(email))).first()
    if found is None:
        raise Refused(f"Nobody on the staff has the address {email}. See: werkmaat staff list")
    return found


def _address(email: str) -> str:
    """An e-mail address in the form in which it is unique."""
    address = email.strip().lower()
    name, _, host = address.rpartition("@")
    if not name or not host or any(character.isspace() for character in address):
        raise Refused(f"{email!r} is no e-mail address: it should look like name@example.org")
    return address
