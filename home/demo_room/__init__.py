"""The demo's own room at /demo/: try things, be anybody, read the post, move the clock, start again.

It stands only where `settings.DEMO` is on. English only: it speaks to whoever weighs the product.
"""
