"""Who can speak at this request, in what order, and why: facts, rules, score, explanation. Pure Python."""
