"""What stands in the menu, for whom."""

from django.urls import reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import ADMINISTRATOR, DPO, SAFEGUARDING, SUPPORTER


def main_items():
    return [
        RoleMenuItem(
            "People",
            reverse_lazy("caseload:people"),
            roles=(SUPPORTER, SAFEGUARDING, DPO),
            icon_name="group",
            order=110,
            name="people",
        ),
        RoleMenuItem(
            "Letters and calls",
            reverse_lazy("caseload:letters"),
            roles=(SUPPORTER,),
            icon_name="mail",
            order=120,
            name="letters",
        ),
        RoleMenuItem(
            "Hand over",
            reverse_lazy("caseload:hand_over"),
            roles=(SUPPORTER, ADMINISTRATOR),
            icon_name="redirect",
            order=130,
            name="hand-over",
        ),
        RoleMenuItem(
            "Who looked",
            reverse_lazy("caseload:looks"),
            roles=(DPO,),
            icon_name="view",
            order=390,
            name="looks",
        ),
    ]


def settings_items():
    settings = [
        ("Words", "words:index", [], "openquote"),
        ("Lists", "lists:index", ["themes"], "list-ul"),
        ("Set-up", "set_up:start", [], "cogs"),
    ]
    return [
        RoleMenuItem(
            label, reverse_lazy(name, args=args), roles=(ADMINISTRATOR,), icon_name=icon, order=610 + number
        )
        for number, (label, name, args, icon) in enumerate(settings)
    ]
