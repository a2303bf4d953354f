"""Every word that other packages show on our pages has its Vietnamese; the compiled file is its source's."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tests.desks.site.opening import opened

opened()

LOCALE = Path(__file__).parents[2] / "src/tongket/desks/site/locale/vi/LC_MESSAGES"
# Parts of allauth that this office never shows: it has no sign-up, no mail addresses to manage, no identity
# server of its own, and no administration of models.
NEVER_SHOWN = (
    "account/email", "account/admin", "account/fields", "account/models", "account/confirm_",
    "account/base_confirm", "account/password_reset", "account/phone", "account/signup", "account/verif",
    "account/request_login_code", "account/messages/email", "account/messages/cannot",
    "account/messages/phone", "account/messages/primary", "account/messages/unverified",
    "account/messages/login_code", "account/snippets/warn", "idp/", "headless/", "mfa/email", "mfa/models",
    "mfa/webauthn/signup", "socialaccount/email", "socialaccount/models", "socialaccount/providers/",
    "socialaccount/signup", "account/apps", "mfa/apps", "socialaccount/apps", "usersessions/apps",
    "usersessions/models",
)  # fmt: skip
ABOUT = ("email", "phone", "password reset")  # sentences of shared files on things that are not shown
DJANGO_SHOWN = ("core/validators", "core/paginator", "forms/")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@cache
def ours() -> Catalog:
    return catalogue(LOCALE / "django.po")


def shown(messages: Catalog, never: tuple[str, ...]) -> Iterator[Message]:
    for message in messages:
        places = [place.replace("templates/", "") for place, _ in message.locations]
        if message.id and any(not place.startswith(never) for place in places):
            yield message


def test_every_word_of_the_sign_in_pages_has_its_vietnamese():
    source = catalogue(Path(allauth.__file__).parent / "locale/de/LC_MESSAGES/django.po")
    missing = []
    for message in shown(source, NEVER_SHOWN):
        text = message.id if isinstance(message.id, str) else message.id[0]
        if not any(word in text.lower() for word in ABOUT) and ours().get(message.id) is None:
            missing.append(text)
    assert missing == []


def test_every_word_of_forms_that_django_lacks_has_its_vietnamese():
    folder = Path(django.__file__).parent / "conf/locale"
    vietnamese = catalogue(folder / "vi/LC_MESSAGES/django.po")
    english = {message.id: message for message in catalogue(folder / "en/LC_MESSAGES/django.po")}
    missing = [
        message.id
        for message in vietnamese
        if message.id in english
        and any(place.startswith(DJANGO_SHOWN) for place, _ in english[message.id].locations)
        and not (any(message.string) if isinstance(message.string, tuple) else message.string)
        and ours().get(message.id) is None
    ]
    assert missing == []


def test_no_translation_is_empty_or_loses_a_slot():
    for message in ours():
        if message.id:
            assert message.string
            assert not list(message.check()), message.id


def test_the_compiled_file_is_what_its_source_says(tmp_path):
    path = tmp_path / "django.mo"
    with path.open("wb") as file:
        write_mo(file, ours())
    assert compiled(path) == compiled(LOCALE / "django.mo"), "run make words"


def compiled(path: Path) -> dict:
    """What a compiled file says; its head tells when it was made."""
    with path.open("rb") as file:
        said = gettext.GNUTranslations(file)._catalog
    return {key: words for key, words in said.items() if key}
