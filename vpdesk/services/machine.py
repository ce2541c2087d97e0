"""This machine's settings, kept."""

from __future__ import annotations

from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.export.files import replace_file
from vpdesk.paths import Places
from vpdesk.settings import Settings, format_settings


def save_settings(places: Places, settings: Settings) -> None:
    """Write the settings beside the data. Raises FileNotWritable when the folder will not have them."""
    try:
        places.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(places.data, Obstacle.of(error), error.strerror or "") from None
    replace_file(places.settings, format_settings(settings).encode())
