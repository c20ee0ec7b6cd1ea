"""Read once in the server that forks the readers: each begins with the lexicon, the rules and the places in memory.

Nothing else imports this module. Importing it reads a sentence, so that all that is loaded on first use is loaded; what
is loaded is then kept out of the garbage collection, which would otherwise copy it into every reader.
"""

from __future__ import annotations

import gc
from datetime import UTC, datetime

from timeline.pipeline import read_article
from timeline.values import Document

read_article(Document("warm", "قُتل 3 أشخاص في غارة على صور فجر الأحد.", datetime(2024, 11, 3, tzinfo=UTC)))
gc.freeze()
