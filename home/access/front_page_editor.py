"""The front page in Wagtail's editor can be looked at by whoever may edit it; Wagtail asks for a right in the tree."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.preview import PreviewOnEditView
from wagtail.admin.viewsets.pages import PageViewSet

from home.models import HomePage

POLICY = "Content-Security-Policy"


class FrontPagePreview(PreviewOnEditView):
    permission_required = None  # `get_object` has asked the page's own permissions

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As readers get it, but inside our own editor."""
        answer = super().get(request, *args, **kwargs)
        if POLICY in answer:
            answer[POLICY] = answer[POLICY].replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        return answer


class FrontPageEdit(EditView):
    def redirect_away(self) -> HttpResponse:
        """Published, they stay here: Wagtail would lead to its page tree, which is nobody's."""
        return self.redirect_and_remain()


class FrontPageViewSet(PageViewSet):
    model = HomePage
    edit_view_class = FrontPageEdit
    preview_on_edit_view_class = FrontPagePreview
