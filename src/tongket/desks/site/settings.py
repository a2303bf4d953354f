"""Django's settings, all from the environment (see `environment.py`) and the catalogue's limits."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from csp.constants import NONE, SELF
from django.utils.functional import SimpleLazyObject

from tongket.desks.site.environment import Environment, read_environment
from tongket.desks.site.limits import read_limits
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE

ENVIRONMENT: Final[Environment] = read_environment(os.environ)
WEB = ENVIRONMENT.web
CATALOGUE: Final[tuple[Path, ...]] = (PRODUCT_CATALOGUE, ENVIRONMENT.office.folder / "catalogue")
LIMITS = read_limits(CATALOGUE)
HERE = Path(__file__).parent

SECRET_KEY = SimpleLazyObject(ENVIRONMENT.key)  # made on first use: reading the settings writes nothing
DEBUG = False
ALLOWED_HOSTS = WEB.hosts
INSTALLED_APPS = [
    "tongket.desks.site",
    "tongket.desks.trail",
    "tongket.desks.registry",
    "tongket.desks.people",
    "tongket.desks.filing",
    "tongket.desks.ledger",
    "tongket.desks.planning",
    "tongket.desks.reporting",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tongket.desks.people.middleware.Present",
    "tongket.desks.site.language.Language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "tongket.desks.trail.middleware.Origin",
    "tongket.desks.site.doors.Doors",
]
ROOT_URLCONF = "tongket.desks.site.urls"
WSGI_APPLICATION = "tongket.desks.site.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["tongket.desks.site.templatetags.office"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tongket.desks.site.context.office",
            ],
        },
    }
]
FORM_RENDERER = "tongket.desks.site.forms.Renderer"
DATABASES = {"default": ENVIRONMENT.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Counts of failed sign-ins are kept where every process and the next start find them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(ENVIRONMENT.data / "cache"),
    }
}

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tongket.desks.site.statics.Versioned"},
}
WHITENOISE_USE_FINDERS = True  # served from the package: nothing to collect before the first start
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 365 * 24 * 3600  # an address carries the hash of what it leads to

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = ["tongket.desks.site.formats"]
USE_THOUSAND_SEPARATOR = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# Who signs in, and how.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATION}MinimumLengthValidator",
        "OPTIONS": {"min_length": LIMITS["password_length"]},
    },
    {
        "NAME": f"{_VALIDATION}UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
    {"NAME": f"{_VALIDATION}CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "tongket.desks.people.adapters.Accounts"
ACCOUNT_FORMS = {
    "login": "tongket.desks.people.forms.SignIn",
    "change_password": "tongket.desks.people.forms.OwnPassword",
    "reauthenticate": "tongket.desks.people.forms.Again",
    "set_password": "tongket.desks.people.forms.FirstPassword",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = True  # the session's own limits below say how long
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {
    "login_failed": (
        f"{LIMITS['failures_per_address']}/m/ip,"
        f"{LIMITS['failures_before_lock']}/{LIMITS['lock_minutes'] * 60}s/key"
    )
}
SOCIALACCOUNT_ADAPTER = "tongket.desks.people.adapters.SignOn"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "province",
                    "name": WEB.sign_on.name,
                    "client_id": WEB.sign_on.client,
                    "secret": WEB.sign_on.secret,
                    "settings": {"server_url": WEB.sign_on.url},
                }
            ],
        }
    }
    if WEB.sign_on
    else {}
)
_KEYS = "tongket.desks.people.keys."
MFA_FORMS = {
    "activate_totp": f"{_KEYS}Activate",
    "add_webauthn": f"{_KEYS}AddKey",
    "authenticate": f"{_KEYS}SecondFactor",
    "edit_webauthn": f"{_KEYS}EditKey",
    "reauthenticate": f"{_KEYS}SecondFactorAgain",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no address has to be given, so none is verified
MFA_TOTP_ISSUER = f"Tongket {ENVIRONMENT.office.symbol}"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = (
    not WEB.secure
)  # then the address is localhost, nothing else is let start
ALLAUTH_TRUSTED_PROXY_COUNT = WEB.proxies

# Doors and walls; docs/security.md says which requirement each line serves.
CSRF_TRUSTED_ORIGINS = [f"{WEB.url.scheme}://{WEB.url.netloc}"]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = WEB.secure
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "tongket.desks.site.errors.forged"
SESSION_COOKIE_NAME = f"{'__Host-' if WEB.secure else ''}tongket"
SESSION_COOKIE_AGE = int(timedelta(minutes=LIMITS["idle_minutes"]).total_seconds())
LANGUAGE_COOKIE_NAME = "tongket_lang"
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = False  # the proxy that holds the certificate sends people from http to https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if WEB.secure and WEB.proxies else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if WEB.secure else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = LIMITS["upload_megabytes"] * 1024**2
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a form of a whole province is one grid
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF, *([WEB.sign_on.url] if WEB.sign_on else [])],
    }
}

# Mail goes out where the office has a server for it, and nowhere else.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if WEB.mail else 'dummy'}.EmailBackend"
if WEB.mail:
    EMAIL_HOST, EMAIL_PORT = WEB.mail.host, WEB.mail.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = WEB.mail.user, WEB.mail.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = WEB.mail.tls_from_start, not WEB.mail.tls_from_start
    EMAIL_TIMEOUT = 20
    DEFAULT_FROM_EMAIL = SERVER_EMAIL = WEB.mail.sender
