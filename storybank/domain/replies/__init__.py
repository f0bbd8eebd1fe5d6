"""Letters from readers: asked for by the author alone, read by staff first, given to nobody without a yes just then."""
