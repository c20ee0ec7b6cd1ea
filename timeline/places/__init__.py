"""Names of places in a text -> entries of the gazetteer with coordinates and containment.

`names` finds the names as written, `gazetteer` knows the places, `loading` reads and checks their files, `locating`
decides which place a name means in one document, and `home` is the country of its outlet.
"""

from __future__ import annotations

from .gazetteer import Gazetteer, Place, gazetteer
from .home import home_of
from .locating import Locator
from .names import PlaceName, find_places

__all__ = ["Gazetteer", "Locator", "Place", "PlaceName", "find_places", "gazetteer", "home_of"]
