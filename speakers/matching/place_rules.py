"""H08: too far, or only on a screen for someone who speaks in person."""

from speakers.matching.blockers import Finding, Repair
from speakers.matching.pair import Pair

LABEL = "distance"


def find_too_far(pair: Pair) -> tuple[Finding, ...]:
    """Distances are said in tens of kilometres, so that many requests cannot pin down a home."""
    if pair.online or within_reach(pair):
        if pair.online and not pair.speaker.remote:
            lend = Repair("screen", "Find them a room with a screen and someone to help", "booker")
            return (Finding("This is online; they speak in person only.", "online only", lend),)
        return ()
    repair, _ = find_way_there(pair)
    if pair.distance_km is None:
        return (Finding("We do not know how far they would travel.", LABEL, repair),)
    about = max(10, 10 * ((pair.distance_km + 9) // 10))
    return (
        Finding(f"Up to {about} km away; travels up to {pair.speaker.travel_limit_km} km.", LABEL, repair),
    )


def within_reach(pair: Pair) -> bool:
    limit = pair.speaker.travel_limit_km
    if limit is None or (pair.request.overnight_offered and pair.speaker.overnight):
        return True
    return pair.distance_km is not None and pair.distance_km <= limit


def find_way_there(pair: Pair) -> tuple[Repair, Pair]:
    """Online first, then a ticket and a night, then a nearer place."""
    if pair.speaker.remote:
        return Repair("online", "Offer it online", "organiser"), pair.ask(remote_ok=True)
    if pair.speaker.overnight:
        overnight = Repair("overnight", "Offer a ticket and a night's stay", "organiser")
        return overnight, pair.ask(overnight_offered=True)
    if pair.speaker.point is None:
        known = pair.suppose(point=pair.request.place)
        return Repair("area", "Ask which area they live in", "supporter"), known
    within = f"within {pair.speaker.travel_limit_km} km of where they live"
    return Repair("place", f"Find a place {within}", "organiser"), pair.ask(place=pair.speaker.point)


def mend_too_far(pair: Pair) -> Pair:
    if not find_too_far(pair):
        return pair
    return pair.suppose(remote=True) if pair.online else find_way_there(pair)[1]
