// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DetailsPane.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Storage.h"
#include "ui/documents/Acts.h"
#include "ui/documents/BreakableLabel.h"
#include "ui/documents/NoteEditor.h"
#include "ui/documents/PreviewBox.h"
#include "ui/documents/SharedWith.h"
#include "ui/documents/SignatureLine.h"
#include "ui/documents/StandingView.h"
#include "ui/models/RowWords.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/LabelEditor.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <numeric>

namespace carriel::ui {

DetailsPane::DetailsPane(const PageContext &context, QWidget *parent)
    : QScrollArea(parent), m_context(context)
{
    setObjectName(QStringLiteral("details"));
    setAccessibleName(tr("Details"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    build();
    // Its icons are pictures of a colour, and its letters may be of another size now.
    connect(&context.theme, &Theme::changed, this, [this] { QTimer::singleShot(0, this, &DetailsPane::refresh); });
    showNothing({});
}

void DetailsPane::build()
{
    const Theme &theme = m_context.theme;
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::s, space::l, space::l);
    column->setSpacing(space::m);
    m_message = theme.label({}, TypeRole::Body, content, Role::TextMuted);
    m_message->setObjectName(QStringLiteral("detailsMessage"));
    column->addWidget(m_message);
    m_one = new QWidget(content);
    column->addWidget(m_one);
    column->addStretch(1);
    setWidget(content);

    auto *one = new QVBoxLayout(m_one);
    one->setContentsMargins(0, 0, 0, 0);
    one->setSpacing(space::m);
    m_preview = new PreviewBox(m_context, m_one);
    one->addWidget(m_preview);
    m_name = theme.label({}, TypeRole::Title, m_one);
    m_name->setObjectName(QStringLiteral("detailsName"));
    m_name->setMinimumWidth(0);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    one->addWidget(m_name);

    m_standing = new StandingView(m_context, m_one);
    one->addWidget(m_standing);
    connect(m_standing, &StandingView::fetched, this, &DetailsPane::refresh);
    m_signatures = new SignatureLine(m_context, m_one);
    one->addWidget(m_signatures);
    connect(m_preview, &PreviewBox::damaged, m_signatures, &SignatureLine::cannotBeRead); // what is no document has no signatures
    m_open = new QPushButton(tr("Open"), m_one);
    m_open->setObjectName(QStringLiteral("detailsOpen"));
    setVariant(m_open, Variant::Primary);
    one->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_shown)
            m_context.host.open(QStringLiteral("documents"), {{QStringLiteral("view"), m_shown->row.id.text()}});
    });

    auto *facts = new QWidget(m_one);
    m_facts = new QGridLayout(facts);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setVerticalSpacing(space::xs);
    m_facts->setHorizontalSpacing(space::m);
    m_facts->setColumnStretch(1, 1);
    one->addWidget(facts);
    m_versions = new QPushButton(theme.icon(QStringLiteral("history"), Role::Link), {}, m_one);
    m_versions->setObjectName(QStringLiteral("detailsVersions"));
    setVariant(m_versions, Variant::Quiet);
    one->addWidget(m_versions, 0, Qt::AlignLeft);
    connect(m_versions, &QPushButton::clicked, this, [this] {
        if (m_shown)
            m_context.host.open(QStringLiteral("history"), {{QStringLiteral("id"), m_shown->row.id.text()}});
    });

    m_share = new QPushButton(theme.icon(QStringLiteral("share-2"), Role::Link), tr("See how it was shared with you…"), m_one);
    m_share->setObjectName(QStringLiteral("detailsShare"));
    setVariant(m_share, Variant::Quiet);
    one->addWidget(m_share, 0, Qt::AlignLeft);
    connect(m_share, &QPushButton::clicked, this, [this] {
        if (m_shown)
            m_context.host.open(QStringLiteral("shares"), {{QStringLiteral("id"), receivedBy(m_context, m_shown->meta)}});
    });

    m_editors = new QWidget(m_one);
    auto *editors = new QVBoxLayout(m_editors);
    editors->setContentsMargins(0, 0, 0, 0);
    editors->setSpacing(space::xs);
    const auto caption = [&](const QString &words, QWidget *field) {
        QLabel *label = theme.label(words, TypeRole::Small, m_editors, Role::TextMuted);
        label->setBuddy(field);
        editors->addWidget(label);
        editors->addWidget(field);
        editors->addSpacing(space::s);
    };
    m_labels = new LabelEditor(theme, m_editors);
    caption(tr("Labels"), m_labels);
    connect(m_labels, &LabelEditor::added, this, [this](const QString &l) {
        if (m_shown)
            acts::changeLabels(m_context, {m_shown->row}, {l}, {});
    });
    connect(m_labels, &LabelEditor::removed, this, [this](const QString &l) { acts::changeLabels(m_context, {m_shown->row}, {}, {l}); });
    m_type = new QComboBox(m_editors);
    m_type->setObjectName(QStringLiteral("documentType"));
    m_type->setEditable(true);
    m_type->setInsertPolicy(QComboBox::NoInsert);
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_type->setAccessibleName(tr("Document type"));
    m_type->addItems({QString(), tr("Identity document"), tr("Diploma or academic record"), tr("Medical record"), tr("Certificate"),
                      tr("Contract"), tr("Invoice or receipt"), tr("Tax return"), tr("Property deed"), tr("Power of attorney")});
    caption(tr("Document type"), m_type);
    const auto typed = [this] {
        if (m_shown)
            acts::setType(m_context, {m_shown->row}, m_type->currentText().simplified());
    };
    connect(m_type, &QComboBox::activated, this, typed);
    connect(m_type->lineEdit(), &QLineEdit::editingFinished, this, typed);
    m_expires = new DateField(tr("It expires"), m_editors);
    m_expires->setObjectName(QStringLiteral("expires"));
    editors->addWidget(m_expires);
    editors->addSpacing(space::s);
    connect(m_expires, &DateField::changed, this, [this](QDate date) {
        if (m_shown)
            acts::setExpires(m_context, {m_shown->row}, date);
    });
    m_note = new NoteEditor(m_editors);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("A note of yours; it goes along with the document"));
    m_note->setFixedHeight(QFontMetrics(font()).height() * 4 + space::m);
    connect(m_note, &NoteEditor::paused, this, [this] {
        if (m_shown)
            m_context.session.documents().setNote(m_shown->row.id, m_note->toPlainText());
    });
    connect(m_note, &NoteEditor::left, this, [this](const QString &before) {
        if (m_shown)
            acts::setNote(m_context, m_shown->row.id, before, m_note->toPlainText());
    });
    caption(tr("Note"), m_note);
    one->addWidget(m_editors);

    m_digestBox = new QWidget(m_one);
    auto *digest = new QVBoxLayout(m_digestBox);
    digest->setContentsMargins(0, 0, 0, 0);
    digest->setSpacing(space::xs);
    digest->addWidget(theme.label(tr("Digest (SHA-256)"), TypeRole::Small, m_digestBox, Role::TextMuted));
    m_digest = new QLabel(m_digestBox);
    m_digest->setObjectName(QStringLiteral("digest"));
    m_digest->setFont(QFont(QStringLiteral("monospace"), theme.font(TypeRole::Small).pointSize()));
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    digest->addWidget(m_digest);
    auto *copy = new QPushButton(theme.icon(QStringLiteral("copy"), Role::Link), tr("Copy digest"), m_digestBox);
    copy->setObjectName(QStringLiteral("copyDigest"));
    setVariant(copy, Variant::Quiet);
    digest->addWidget(copy, 0, Qt::AlignLeft);
    connect(copy, &QPushButton::clicked, this, &DetailsPane::copyDigest);
    one->addWidget(m_digestBox);
}

void DetailsPane::showNothing(const QString &words)
{
    m_note->flush();
    if (m_shown && !m_context.session.documents().rows({m_shown->row.id}).isEmpty())
        m_labels->flush();
    forget();
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

void DetailsPane::showMany(const QList<ItemId> &ids)
{
    constexpr int summed = 2000; // reading more rows for a sum would be felt
    const QString count = tr("%n selected", nullptr, int(ids.size()));
    if (ids.size() > summed) {
        showNothing(count);
        return;
    }
    const QList<DocumentRow> rows = m_context.session.documents().rows(ids);
    const qint64 bytes = std::accumulate(rows.begin(), rows.end(), qint64(0), [](qint64 sum, const DocumentRow &r) { return sum + r.size; });
    showNothing(tr("%1, %2").arg(count, text::size(bytes)));
}

void DetailsPane::forget()
{
    m_labels->forget();
    m_shown.reset();
    m_preview->forget();
    m_name->clear();
    m_name->setAccessibleName({});
    m_note->forget();
    m_digest->clear();
    clearFacts();
    m_one->hide();
    m_message->clear();
}

void DetailsPane::showOne(const ItemId &id)
{
    const auto details = m_context.session.documents().details(id);
    if (!details) {
        showNothing({});
        return;
    }
    const bool same = m_shown && m_shown->row.id == id && m_shown->head == details->head && m_shown->row.here == details->row.here;
    if (m_shown && m_shown->row.id != id)
        verticalScrollBar()->setValue(0);
    fill(*details);
    if (same)
        return;
    m_preview->look(details->row, viewport()->width());
}

std::optional<DocumentRow> DetailsPane::shown() const
{
    return m_shown ? std::optional(m_shown->row) : std::nullopt;
}

QString DetailsPane::keptNote(const ItemId &id)
{
    return QStringLiteral("note.kept.") + id.text();
}

std::optional<QString> DetailsPane::written() const
{
    return m_shown && m_note->hasFocus() ? std::optional(m_note->toPlainText()) : std::nullopt;
}

void DetailsPane::refresh()
{
    if (m_shown)
        showOne(m_shown->row.id);
}

void DetailsPane::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_narrow ? 2 * m_factCount : m_factCount;
    ++m_factCount;
    QLabel *caption = m_context.theme.label(name, TypeRole::Body, m_facts->parentWidget(), Role::TextMuted);
    caption->setWordWrap(false);
    QLabel *field = m_context.theme.label({}, TypeRole::Body, m_facts->parentWidget());
    setBreakable(field, value);
    m_facts->addWidget(caption, row, 0, Qt::AlignTop);
    m_facts->addWidget(field, m_narrow ? row + 1 : row, m_narrow ? 0 : 1, 1, m_narrow ? 2 : 1);
}

bool DetailsPane::narrow() const
{
    return viewport()->width() < fontMetrics().averageCharWidth() * 34; // in double type, say
}

void DetailsPane::clearFacts()
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_factCount = 0;
}

void DetailsPane::fill(const DocumentDetails &details)
{
    const bool other = !m_shown || m_shown->row.id != details.row.id;
    if (other) {
        m_note->flush();
        m_labels->flush();
    }
    m_shown = details;
    m_message->hide();
    m_one->show();
    const DocumentRow &row = details.row;
    const bool document = row.type == ItemType::Document;
    const bool active = row.status != ItemStatus::Trashed;
    const bool closed = details.custody == Custody::Private && row.name == row.id.text(); // its key is not here
    setBreakable(m_name, closed ? tr("Sealed document") : row.name);
    m_standing->show(details);
    m_signatures->show(row);
    m_open->setVisible(active);

    clearFacts();
    m_narrow = narrow();
    addFact(tr("Type"), kindWords(row));
    if (document)
        addFact(tr("Size"), text::size(row.size));
    addFact(tr("Modified"), row.modifiedUtc.isValid() ? text::dateTime(row.modifiedUtc) : QString());
    addFact(tr("Folder"), details.path.contains(QLatin1Char('/')) ? details.path.section(QLatin1Char('/'), 0, -2) : tr("Documents"));
    if (row.official) {
        addFact(tr("Issued by"), details.facts.issuerName.isEmpty() ? row.issuerName : details.facts.issuerName);
        addFact(tr("Valid from"), details.facts.validFrom.isValid() ? text::date(details.facts.validFrom) : QString());
        addFact(tr("Valid until"), details.facts.validUntil.isValid() ? text::date(details.facts.validUntil) : QString());
    }
    addFact(tr("Received from"), receivedWords(details.meta));
    m_share->setVisible(!receivedBy(m_context, details.meta).isEmpty());
    addFact(tr("Who has it"), sharedWith(m_context, row.id));
    if (details.custody == Custody::Private)
        addFact(tr("Sealed"), closed ? tr("does not open here: another of your computers has to give the key (Settings › Operator)") : tr("only your computers can open it"));
    addFact(tr("Original name"), text::shown(details.facts.originalName));
    if (document) {
        const bool kept = m_context.session.documents().storage().isKept(row.id);
        addFact(tr("On this computer"), !row.here ? tr("no") : kept ? tr("always") : tr("yes"));
    }
    m_versions->setVisible(document && active);
    m_versions->setText(details.versions > 1 ? tr("%n versions…", nullptr, details.versions) : tr("Versions…"));

    m_editors->setVisible(active);
    m_labels->setKnown(m_context.session.documents().labelsInUse());
    m_labels->setLabels(row.labels);
    if (other || !m_type->lineEdit()->hasFocus())
        m_type->setCurrentText(row.documentType);
    m_expires->setDate(row.expires);
    m_note->setNote(details.meta.note(), other);
    if (const QString kept = other && active ? m_context.session.setting(keptNote(row.id)) : QString();
        !kept.isEmpty()) {
        m_note->setNote(kept, true);
        m_context.session.documents().setNote(row.id, kept);
        m_context.session.setSetting(keptNote(row.id), {});
    }
    const QString hex = QString::fromLatin1(details.sha256.toHex());
    m_digestBox->setVisible(!hex.isEmpty() && details.custody == Custody::Open); // of a sealed one it is that of its ciphertext
    QStringList lines;
    const int perLine = m_narrow ? 8 : 16;
    for (int i = 0; i < hex.size(); i += perLine)
        lines << hex.mid(i, perLine);
    m_digest->setText(lines.join(QLatin1Char('\n')));
    m_digest->setProperty("hex", hex);
}

void DetailsPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_preview->fit(viewport()->width());
    if (m_shown && m_narrow != narrow())
        QTimer::singleShot(0, this, &DetailsPane::refresh);
}

void DetailsPane::copyDigest()
{
    QGuiApplication::clipboard()->setText(m_digest->property("hex").toString());
    m_context.host.say(tr("Digest copied"));
}

} // namespace carriel::ui
