"""Pictures and recordings of stories: sealed, named by their digest in the words."""

import django.db.models.deletion
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0005_terms'),
        ('storybank', '0008_law_named'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='storypage',
            name='body',
            field=wagtail.fields.StreamField([('paragraph', 0), ('heading', 1), ('quote', 2), ('note', 5), ('picture', 11), ('sound', 14)], blank=True, block_lookup={0: ('wagtail.blocks.TextBlock', (), {'rows': 5}), 1: ('wagtail.blocks.CharBlock', (), {'max_length': 120}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'Pull quote', 'rows': 2}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('suicide', 'Suicide'), ('self_harm', 'Self-harm'), ('death', 'Death and bereavement'), ('harm_to_child', 'Harm to a child'), ('sexual_violence', 'Sexual violence'), ('domestic_abuse', 'Domestic abuse'), ('violence', 'Violence'), ('restraint', 'Restraint'), ('pregnancy', 'Pregnancy or baby loss'), ('drugs', 'Drugs'), ('alcohol', 'Alcohol'), ('gambling', 'Gambling'), ('eating', 'Eating disorder'), ('distress', 'Mental distress'), ('racism', 'Racism'), ('homophobia', 'Homophobia or transphobia'), ('disability_hate', 'Disability hate'), ('religious_hatred', 'Religious hatred'), ('detention', 'Immigration detention'), ('trafficking', 'Trafficking'), ('homelessness', 'Homelessness'), ('hunger', 'Hunger and debt'), ('separation', 'Parent and child apart'), ('language', 'Strong language')], 'label': 'What a reader may want to know first'}), 4: ('wagtail.blocks.TextBlock', (), {'label': 'The passage', 'rows': 5}), 5: ('wagtail.blocks.StructBlock', [[('code', 3), ('text', 4)]], {}), 6: ('storybank.models.body.HeldBlock', (), {}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'What it shows, for somebody who cannot see it', 'max_length': 250}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Words under it', 'max_length': 250, 'required': False}), 9: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': "Somebody's face or body can be made out", 'required': False}), 10: ('storybank.models.body.CropBlock', (), {'default': '0 0 100 100', 'help_text': 'Four numbers in hundredths: from the left, from the top, width, height.', 'label': 'What is kept of it'}), 11: ('wagtail.blocks.StructBlock', [[('held', 6), ('alt', 7), ('caption', 8), ('face', 9), ('crop', 10)]], {}), 12: ('wagtail.blocks.TextBlock', (), {'label': 'What is said, word for word', 'rows': 5}), 13: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': "It is the person's own voice", 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('held', 6), ('transcript', 12), ('caption', 8), ('voice', 13)]], {})}),
        ),
        migrations.CreateModel(
            name='StoryMedia',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('picture', 'A picture'), ('sound', 'A recording')], max_length=8)),
                ('type', models.CharField(help_text='Its media type, such as image/jpeg.', max_length=20)),
                ('sha256', models.CharField(max_length=64)),
                ('width', models.PositiveIntegerField(default=0)),
                ('height', models.PositiveIntegerField(default=0)),
                ('sealed', models.FileField(upload_to='stories/')),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
            ],
        ),
    ]
