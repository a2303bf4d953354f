"""Django's settings, all from the environment (see `environment.py`)."""

from __future__ import annotations

import os
from typing import Final

from django.utils.functional import SimpleLazyObject

from tongket.desks.site.environment import Environment, read_environment

ENVIRONMENT: Final[Environment] = read_environment(os.environ)

SECRET_KEY = SimpleLazyObject(ENVIRONMENT.key)  # made on first use: reading the settings writes nothing
DEBUG = False
ALLOWED_HOSTS: list[str] = []
INSTALLED_APPS = [
    "tongket.desks.registry",
    "tongket.desks.filing",
    "tongket.desks.ledger",
    "tongket.desks.planning",
    "tongket.desks.reporting",
]
DATABASES = {"default": ENVIRONMENT.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
FORMAT_MODULE_PATH = ["tongket.desks.site.formats"]
USE_THOUSAND_SEPARATOR = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
