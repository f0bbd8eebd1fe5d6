"""Which views of the admin nobody reaches, and why. The list is complete: a view in no list fails a test."""

from typing import Final


def _in(namespace: str, *names: str) -> frozenset[str]:
    return frozenset(f"{namespace}:{name}" for name in names)


# Titles of every draft (explorer, bulk actions, tags), passwords nobody has, a page that breaks on purpose.
PAGE_TREE_AND_SIGN_IN: Final = frozenset(
    {
        "wagtail_bulk_action",
        "wagtailadmin_error_test",
        "wagtailadmin_explore",
        "wagtailadmin_explore_results",
        "wagtailadmin_explore_root",
        "wagtailadmin_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_complete",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_tag_autocomplete",
        "wagtailadmin_tag_model_autocomplete",
    }
)

# Lists pages, pictures and documents with their titles.
API: Final = _in(
    "wagtailadmin_api",
    "documents:detail",
    "documents:find",
    "documents:listing",
    "images:detail",
    "images:find",
    "images:listing",
    "pages:action",
    "pages:detail",
    "pages:find",
    "pages:listing",
)

# Titles and addresses of pages; nothing in the house links to a page by choosing it.
PAGE_CHOOSER: Final = frozenset(
    {
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_chosen_multiple",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_search",
    }
)

# Names of collections; the house has one.
COLLECTIONS: Final = _in("wagtailadmin_collections", "add", "delete", "edit", "index", "set_privacy")

# Copies, moves, deletes and histories: no story goes these roads, and the front page needs none of them.
PAGES: Final = _in(
    "wagtailadmin_pages",
    "add",
    "add_subpage",
    "choose_parent",
    "collect_workflow_action_data",
    "confirm_workflow_cancellation",
    "convert_alias",
    "copy",
    "delete",
    "history",
    "history_results",
    "lock",
    "move",
    "move_confirm",
    "preview_on_add",
    "revisions_compare",
    "revisions_index",
    "revisions_revert",
    "revisions_unschedule",
    "revisions_view",
    "search",
    "search_results",
    "set_page_position",
    "set_privacy",
    "type_use",
    "type_use_results",
    "unlock",
    "unpublish",
    "usage",
    "view_draft",
    "workflow_action",
    "workflow_history",
    "workflow_history_detail",
    "workflow_preview",
)

# Who did what to which title.
REPORTS: Final = _in(
    "wagtailadmin_reports",
    "aging_pages",
    "aging_pages_results",
    "locked_pages",
    "locked_pages_results",
    "page_types_usage",
    "page_types_usage_results",
    "site_history",
    "site_history_results",
    "workflow",
    "workflow_results",
    "workflow_tasks",
    "workflow_tasks_results",
)

# The checks are fixed; their rules are code.
WORKFLOWS: Final = _in(
    "wagtailadmin_workflows",
    "add",
    "add_task",
    "disable",
    "disable_task",
    "edit",
    "edit_task",
    "enable",
    "enable_task",
    "index",
    "index_results",
    "remove",
    "select_task_type",
    "task_chooser",
    "task_chooser_create",
    "task_chooser_results",
    "task_chosen",
    "task_index",
    "task_index_results",
    "usage",
    "usage_results",
)

# Files with names, for every role to see.
DOCUMENTS: Final = _in(
    "wagtaildocs",
    "add",
    "add_multiple",
    "create_multiple_from_uploaded_document",
    "delete",
    "delete_multiple",
    "delete_upload_multiple",
    "document_usage",
    "edit",
    "edit_multiple",
    "index",
    "index_results",
)

# Titles of private documents.
DOCUMENT_CHOOSER: Final = _in(
    "wagtaildocs_chooser", "choose", "choose_results", "chosen", "chosen_multiple", "create"
)

# Asks third parties.
EMBEDS: Final = _in("wagtailembeds", "chooser", "chooser_upload")

# Pictures with their titles and uploaders.
IMAGES: Final = _in(
    "wagtailimages",
    "add",
    "add_multiple",
    "create_multiple_from_uploaded_image",
    "delete",
    "delete_multiple",
    "delete_upload_multiple",
    "edit",
    "edit_multiple",
    "image_usage",
    "index",
    "index_results",
    "preview",
    "url_generator",
    "url_generator_output",
)

# More than the front page needs.
IMAGE_CHOOSER: Final = _in("wagtailimages_chooser", "chosen_multiple", "select_format")

# Old addresses, some of which held a name.
REDIRECTS: Final = _in(
    "wagtailredirects", "add", "delete", "edit", "index", "index_results", "process_import", "start_import"
)

# There is nothing to preview.
SETTINGS: Final = _in("wagtailsettings", "preview_on_edit")

# One site, set up once.
SITES: Final = _in(
    "wagtailsites",
    "add",
    "copy",
    "delete",
    "edit",
    "history",
    "history_results",
    "index",
    "index_results",
    "usage",
)

# Snippets show their text to everybody; the house has none.
SNIPPETS: Final = _in("wagtailsnippets", "index")

# Whoever edits groups gives themselves every right.
GROUPS: Final = _in(
    "wagtailusers_groups",
    "add",
    "delete",
    "edit",
    "history",
    "history_results",
    "index",
    "index_results",
    "usage",
)

# Lists authors' sign-ins beside staff's; staff are looked after in the people room.
USERS: Final = _in(
    "wagtailusers_users",
    "add",
    "copy",
    "delete",
    "edit",
    "history",
    "history_results",
    "index",
    "index_results",
    "usage",
)

DENIED: Final[frozenset[str]] = frozenset().union(
    PAGE_TREE_AND_SIGN_IN,
    API,
    PAGE_CHOOSER,
    COLLECTIONS,
    PAGES,
    REPORTS,
    WORKFLOWS,
    DOCUMENTS,
    DOCUMENT_CHOOSER,
    EMBEDS,
    IMAGES,
    IMAGE_CHOOSER,
    REDIRECTS,
    SETTINGS,
    SITES,
    SNIPPETS,
    GROUPS,
    USERS,
)
