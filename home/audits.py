"""What this room adds to `audit_consent`: the walk over what readers get."""

from consent.domain.proof import further_audits
from home.domain.public_crawl import crawl

further_audits.register("pages", crawl)
