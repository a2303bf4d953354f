"""The forms of second factors and passkeys, with labels in both languages."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

from tongket.desks.people.forms import Plain
from tongket.desks.site.said import said


class _Named:
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = said("Tên khóa", "Name of the key")


class AddKey(_Named, AddWebAuthnForm):
    pass


class EditKey(_Named, EditWebAuthnForm):
    pass


class Activate(Plain, ActivateTOTPForm):
    pass


class SecondFactor(Plain, AuthenticateForm):
    pass


class SecondFactorAgain(Plain, ReauthenticateForm):
    pass
