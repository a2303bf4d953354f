"""What a WSGI server is given: the office that the environment names."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.desks.site.settings")
application = get_wsgi_application()
