"""The fictional charity of the demo: words only, no Django; the loader tells them to the domain."""
