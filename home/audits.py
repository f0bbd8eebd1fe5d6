"""What this room adds to `audit_consent`: the walk over what readers get."""

from consent.domain.proof import further_audits
from home.domain.other_crawl import private_readings_crawl, quotes_crawl, speakers_crawl
from home.domain.program_crawl import feed_crawl
from home.domain.public_crawl import crawl

further_audits.register("pages", crawl)
further_audits.register("feed", feed_crawl)
further_audits.register("speakers", speakers_crawl)
further_audits.register("quotes", quotes_crawl)
further_audits.register("private readings", private_readings_crawl)
