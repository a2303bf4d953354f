"""The tree of units, the people in it, and the roles they hold."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from tongket.desks.site.mutability import AppendOnly, mutable
from tongket.figures.terms.words import Text

IN_THE_TRAIL = "every change stands in the trail with what was there before"


@mutable(IN_THE_TRAIL)
class Unit(models.Model):
    """A unit on any level: the department, a division, a commune, an enterprise that reports to it.

    `area_code` and `reporter_code` say whose data are the unit's own; a unit that has ended stays.
    """

    class Kind(models.TextChoices):
        DEPARTMENT = "department"
        DIVISION = "division"
        COMMUNE = "commune"
        ENTERPRISE = "enterprise"
        OUTSIDE = "outside"

    code = models.CharField(max_length=40, unique=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    area_code = models.CharField(max_length=40, blank=True)
    reporter_code = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    ended = models.BooleanField(default=False)

    class Meta:
        ordering = ("position", "name_vi", "code")

    def __str__(self) -> str:
        return self.name_vi

    @property
    def name(self) -> Text:
        return Text(self.name_vi, self.name_en)


class People(BaseUserManager["Person"]):
    """People are added by `actions.add_person`, which writes the trail."""

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(username__iexact=username)


@mutable(IN_THE_TRAIL)
class Person(AbstractBaseUser):
    """Somebody with an account. An account is closed by `is_active`, never deleted: the trail names it."""

    username = models.CharField(max_length=60, unique=True, validators=[ASCIIUsernameValidator()])
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="people")
    position = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="vi")
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    session_round = models.PositiveIntegerField(default=0)  # a session of an earlier round is over

    objects = People()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("name", "username")

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session has to carry to be this person's: it changes with the password and the round."""
        carried = f"{self.password}\n{self.session_round}"
        return salted_hmac("people.session", carried, secret=secret, algorithm="sha256").hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.username = self.username.lower()
        super().save(*args, **kwargs)


class Grant(AppendOnly):
    """A role that a person holds at a unit, over an area or for a reporter, from a moment to a moment."""

    closing: ClassVar[tuple[str, ...]] = ("ended_at", "ended_by", "ended_why")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="grants")
    area_code = models.CharField(max_length=40, blank=True)
    reporter_code = models.CharField(max_length=40, blank=True)
    granted_at = models.DateTimeField()
    granted_by = models.CharField(max_length=120)
    why = models.CharField(max_length=250, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=120, blank=True)
    ended_why = models.CharField(max_length=250, blank=True)

    class Meta(AppendOnly.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "role", "unit", "area_code", "reporter_code"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="grant_once",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, area_code="", reporter_code="")
                | (Q(unit__isnull=True, reporter_code="") & ~Q(area_code=""))
                | (Q(unit__isnull=True, area_code="") & ~Q(reporter_code="")),
                name="grant_on_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
                name="grant_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.unit_id or self.area_code or self.reporter_code}"
