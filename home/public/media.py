"""Pictures for readers. A file is served only while a picture of the library says it is one of its own."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people.models import Picture, PictureSize

TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
}


@require_safe
@cache_control(no_cache=True)
def media(request: HttpRequest, name: str) -> FileResponse:
    """404 for whatever is not in the library now, were it still on the disk."""
    if not name.isprintable():
        raise Http404
    found = Picture.objects.filter(file=name).first() or PictureSize.objects.filter(file=name).first()
    kind = TYPES.get(name.rpartition(".")[2].lower())
    if found is None or kind is None:
        raise Http404
    try:
        return FileResponse(found.file.open("rb"), content_type=kind)
    except FileNotFoundError:
        raise Http404 from None
