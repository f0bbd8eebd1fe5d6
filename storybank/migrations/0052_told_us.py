"""What a supporter writes down of an answer waits for a second pair of eyes."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0018_names_in_welsh"),
        ("storybank", "0051_picture_sizes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SaidToUs",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("stand", "May it stand beside the story?"),
                            ("happened", "Has it happened?"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[("yes", "Yes"), ("not_yet", "Not yet"), ("no", "No")], max_length=7
                    ),
                ),
                ("said_at", models.DateTimeField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("screen", "On their own screen"),
                            ("phone", "On the phone"),
                            ("paper", "On paper"),
                            ("in_person", "In person"),
                        ],
                        max_length=9,
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("identity", models.PositiveSmallIntegerField(default=0)),
                ("time", models.PositiveSmallIntegerField(default=0)),
                ("named", models.CharField(blank=True, default="", max_length=64)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "Waits for a second person"),
                            ("counted", "Checked: it counts"),
                            ("not_same", "Not the same: it does not count"),
                            ("over", "Something else was said or happened since"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="told_us",
                        to="storybank.answer",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="told_us",
                        to="storybank.promise",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__isnull", False), ("promise", None)),
                            models.Q(("answer", None), ("promise__isnull", False)),
                            _connector="OR",
                        ),
                        name="they_told_us_of_an_answer_or_of_a_promise",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("about", "stand"), ("said", "yes")),
                            models.Q(("about", "happened"), ("promise__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_no_waits_for_nobody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by", None),
                            models.Q(("checked_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="what_they_told_us_is_checked_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_at", None),
                                ("checked_by", None),
                                ("outcome__in", ["waiting", "over"]),
                            ),
                            models.Q(
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                                ("outcome__in", ["counted", "not_same"]),
                            ),
                            _connector="OR",
                        ),
                        name="what_they_told_us_says_who_checked_it",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "waiting")),
                        fields=("answer", "person", "about"),
                        name="one_word_on_an_answer_waits",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "waiting")),
                        fields=("promise", "person", "about"),
                        name="one_word_on_a_promise_waits",
                    ),
                ],
            },
        ),
    ]
