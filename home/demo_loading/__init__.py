"""Making the demo: the curated charity is built by the domain's own verbs, so loading it is a test of them."""
