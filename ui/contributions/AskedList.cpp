// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/AskedList.h"

#include "core/domain/PersonNames.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/contributions/ScanPanel.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {
namespace {
constexpr int most = 50; // more than these nobody reads through; the likeliest come first, and the search finds all
constexpr int shown = 5; // lines without scrolling
constexpr int onceSigned = Qt::UserRole + 1; // it does not serve as it is

// Every word that was typed begins a word of the name or of where it is.
bool speaksOf(const QStringList &typed, const QString &text)
{
    const QStringList words = comparableWords(text);
    return std::all_of(typed.cbegin(), typed.cend(), [&](const QString &one) {
        return std::any_of(words.cbegin(), words.cend(), [&](const QString &word) { return word.startsWith(one); });
    });
}
} // namespace

AskedList::AskedList(const PageContext &context, const AskedFor &asked, QWidget *parent)
    : QWidget(parent), m_context(context), m_asked(asked), m_name(QStringLiteral("asked.%1").arg(asked.id))
{
    auto *card = new Card(context.theme, m_name, this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    const Theme &theme = context.theme;
    auto *title = theme.label(text::neutral(asked.title), TypeRole::Title, this);
    title->setObjectName(m_name + QLatin1String(".title"));
    title->setWordWrap(true);
    QStringList rules{asked.required ? tr("Required") : tr("Only if you want")};
    if (asked.max > 1)
        rules += tr("up to %n documents", nullptr, asked.max);
    if (!asked.types.isEmpty())
        rules += text::neutral(asked.types.join(QStringLiteral(", ")));
    if (asked.mustBeSigned)
        rules += tr("signed");
    if (asked.notOlderThanDays > 0)
        rules += tr("not older than %n days", nullptr, asked.notOlderThanDays);
    auto *rule = theme.label(rules.join(QStringLiteral("  ·  ")), TypeRole::Small, this, Role::TextMuted);
    rule->setObjectName(m_name + QLatin1String(".rule"));
    rule->setWordWrap(true);
    m_none = theme.label(tr("None of your documents is of this kind. Choose another one of yours, or add one from this computer."),
                         TypeRole::Body, this, Role::TextMuted);
    m_none->setObjectName(m_name + QLatin1String(".none"));
    m_none->setWordWrap(true);
    m_typed = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_typed->setObjectName(m_name + QLatin1String(".typed"));
    m_typed->setWordWrap(true);
    m_sealed = theme.label(tr("Sealed documents cannot be given as they are: the entity and your operator would have to read them. To give one, put a copy "
                              "into your folder that is not sealed; both can read that one then."),
                           TypeRole::Small, this, Role::TextMuted);
    m_sealed->setObjectName(m_name + QLatin1String(".sealed"));
    m_sealed->setWordWrap(true);
    m_other = theme.label({}, TypeRole::Strong, this, Role::Danger);
    m_other->setObjectName(m_name + QLatin1String(".other"));
    m_other->setWordWrap(true);
    m_other->setTextFormat(Qt::PlainText);
    m_unsigned = theme.label({}, TypeRole::Body, this, Role::Danger);
    m_unsigned->setObjectName(m_name + QLatin1String(".unsigned"));
    m_unsigned->setWordWrap(true);
    m_unsigned->setTextFormat(Qt::PlainText);
    m_unsigned->hide();
    m_scan = new ScanPanel(theme, m_name + QLatin1String(".scanning"), this);
    connect(m_scan, &ScanPanel::scanned, this, &AskedList::takeScanned);
    m_type = new QComboBox(this);
    m_type->setObjectName(m_name + QLatin1String(".type"));
    m_type->setAccessibleName(tr("As what it is given"));
    m_type->setMinimumHeight(space::target);
    for (const QString &type : asked.types)
        m_type->addItem(text::neutral(type), type);
    m_search = new QLineEdit(this);
    m_search->setObjectName(m_name + QLatin1String(".search"));
    m_search->setPlaceholderText(tr("Search among your documents"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(m_name + QLatin1String(".list"));
    m_list->setAccessibleName(tr("Your documents that serve for “%1”").arg(text::neutral(asked.title)));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would lie over the only line
    for (QWidget *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(rule), static_cast<QWidget *>(m_none),
                            static_cast<QWidget *>(m_typed), static_cast<QWidget *>(m_type), static_cast<QWidget *>(m_search),
                            static_cast<QWidget *>(m_other), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_sealed), static_cast<QWidget *>(m_unsigned), buildActs(), static_cast<QWidget *>(m_scan)})
        card->column()->addWidget(widget);
    connect(m_search, &QLineEdit::textChanged, this, &AskedList::refresh);
    connect(m_list, &QListWidget::itemChanged, this, &AskedList::marked);
    connect(m_list, &QListWidget::itemActivated, this, &AskedList::look);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_look->setEnabled(row >= 0);
        m_sign->setEnabled(row >= 0);
    });
    refresh();
    // The only one that serves for what must be given is proposed; the person sees it before anything is given.
    if (asked.required && m_list->count() == 1 && (m_list->item(0)->flags() & Qt::ItemIsUserCheckable) && !m_list->item(0)->data(onceSigned).toBool())
        m_list->item(0)->setCheckState(Qt::Checked);
}

QWidget *AskedList::buildActs()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    m_look = new QPushButton(m_context.theme.icon(QStringLiteral("eye")), tr("Look at it"), bar);
    m_look->setObjectName(m_name + QLatin1String(".look"));
    m_look->setEnabled(false);
    m_sign = new QPushButton(m_context.theme.icon(QStringLiteral("signature")), tr("Sign it…"), bar);
    m_sign->setObjectName(m_name + QLatin1String(".sign"));
    m_sign->setEnabled(false);
    m_sign->setVisible(m_asked.mustBeSigned);
    auto *add = new QPushButton(m_context.theme.icon(QStringLiteral("plus")), tr("Add from this computer…"), bar);
    add->setObjectName(m_name + QLatin1String(".add"));
    m_others = new QPushButton(m_context.theme.icon(QStringLiteral("folder-open")), tr("Another of my documents…"), bar);
    m_others->setObjectName(m_name + QLatin1String(".others"));
    m_others->setCheckable(true);
    m_others->setVisible(!m_asked.types.isEmpty()); // else all are shown
    flow->addWidget(m_look);
    flow->addWidget(m_sign);
    connect(m_sign, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_list->currentItem())
            m_context.host.open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{item->data(Qt::UserRole).toString()}}});
    });
    auto *scan = new QPushButton(m_context.theme.icon(QStringLiteral("scan")), tr("Scan a paper…"), bar);
    scan->setObjectName(m_name + QLatin1String(".scan"));
    flow->addWidget(m_others);
    flow->addWidget(add);
    flow->addWidget(scan);
    connect(scan, &QPushButton::clicked, m_scan, &ScanPanel::begin);
    connect(m_others, &QPushButton::toggled, this, [this](bool on) {
        m_search->clear();
        refresh();
        if (on)
            m_search->isVisible() ? m_search->setFocus() : m_list->setFocus();
    });
    connect(m_look, &QPushButton::clicked, this, &AskedList::look);
    connect(add, &QPushButton::clicked, this, &AskedList::addFile);
    return bar;
}

QList<ItemId> AskedList::chosen() const
{
    QList<ItemId> out;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            out += ItemId(m_list->item(i)->data(Qt::UserRole).toString());
    }
    return out;
}

bool AskedList::satisfied() const
{
    return (!m_asked.required || !chosen().isEmpty()) && lacking().isEmpty();
}

QStringList AskedList::lacking() const
{
    QStringList out;
    const QList<ItemId> marked = m_asked.mustBeSigned ? chosen() : QList<ItemId>();
    for (const DocumentRow &row : m_context.session.documents().rows(marked)) {
        if (!bearsSignature(row.signatures))
            out += text::neutral(row.name);
    }
    return out;
}

void AskedList::tellLacking()
{
    const QStringList names = lacking();
    m_unsigned->setText(tr("It is asked for signed, and “%1” bears no signature that holds. Sign it, and mark the signed one.").arg(names.join(QStringLiteral("”, “"))));
    m_unsigned->setVisible(!names.isEmpty());
}

// The person marked what he saw. Another content under that name, from another computer or program, is not it.
QList<ItemId> AskedList::letGo()
{
    QList<ItemId> gone;
    for (const ItemId &id : chosen()) {
        const auto details = m_context.session.documents().details(id);
        const bool there = details && details->row.status != ItemStatus::Trashed;
        if (there && details->sha256 == m_seen.value(id))
            continue;
        gone += id;
        m_seen.remove(id);
        m_swapped += there ? tr("“%1” was changed on %2, after you marked it. Look at it again, and mark it if that is what you want to give.")
                                 .arg(text::neutral(details->row.name), text::colombianDateTime(details->row.modifiedUtc))
                           : tr("“%1” is not in your folder any more.").arg(details ? text::neutral(details->row.name) : QString());
    }
    return gone;
}

void AskedList::refresh()
{
    const QList<ItemId> gone = letGo();
    QList<ItemId> before = chosen();
    before.removeIf([&](const ItemId &id) { return gone.contains(id); });
    m_other->setText(m_swapped.join(u'\n'));
    m_other->setVisible(!m_swapped.isEmpty());
    const QString current = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
    const Documents &documents = m_context.session.documents();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    // What kind a document is the person alone says: any may be given that kind. All the rest that is asked for holds.
    AskedFor any = m_asked;
    if (m_others->isChecked())
        any.types.clear();
    const QList<DocumentRow> serve = documents.contributions().matching(any, documents);
    m_typed->setText(m_asked.types.size() > 1 ? tr("All of your documents that may be given here. What you mark gets this type, in your folder too:")
                                              : tr("All of your documents that may be given here. What you mark gets the type “%1”, in your folder too.")
                                                    .arg(text::neutral(m_asked.types.value(0))));
    m_typed->setVisible(m_others->isChecked());
    m_type->setVisible(m_others->isChecked() && m_asked.types.size() > 1);
    m_sealed->hide();
    m_search->setVisible(serve.size() > shown || !m_search->text().isEmpty());
    const QStringList typed = comparableWords(m_search->text());
    for (const DocumentRow &row : serve) {
        const auto details = documents.details(row.id);
        const bool is = before.contains(row.id);
        if (!is && !gone.contains(row.id) && (m_list->count() >= most || !speaksOf(typed, details ? details->path : row.name)))
            continue;
        QStringList words{text::neutral(row.name)};
        if (details && details->path.contains(u'/'))
            words += text::neutral(details->path.section(u'/', 0, -2));
        words += text::date(text::colombianDate(row.modifiedUtc));
        if (!row.signatures.isEmpty() && row.signatures != QLatin1String("none"))
            words += text::shortVerdict(row.signatures);
        if (m_asked.mustBeSigned && !bearsSignature(row.signatures))
            words += tr("serves once it is signed");
        lookAtSignatures(row);
        const bool sealed = details && details->custody == Custody::Private;
        if (sealed)
            words.insert(1, tr("sealed"));
        if (m_others->isChecked())
            words += row.documentType.isEmpty() ? tr("without a type") : text::neutral(row.documentType);
        auto *item = new QListWidgetItem(words.join(QStringLiteral("  ·  ")), m_list);
        item->setData(Qt::UserRole, row.id.text());
        item->setData(onceSigned, m_asked.mustBeSigned && !bearsSignature(row.signatures));
        if (sealed) {
            item->setIcon(m_context.theme.icon(QStringLiteral("lock"), Role::TextMuted));
            item->setFlags(Qt::ItemIsSelectable);
            m_sealed->show();
            continue;
        }
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(is ? Qt::Checked : Qt::Unchecked);
    }
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->count() == 1 || m_list->item(i)->data(Qt::UserRole).toString() == current)
            m_list->setCurrentRow(i);
    }
    fit();
    tellLacking();
    m_look->setEnabled(m_list->currentRow() >= 0);
    m_sign->setEnabled(m_list->currentRow() >= 0);
}

void AskedList::fit()
{
    const int lines = std::clamp(m_list->count(), 1, shown);
    const int line = std::max(m_list->sizeHintForRow(0), space::target);
    m_list->setFixedHeight(lines * line + 2 * m_list->frameWidth());
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(m_list->count() == 0 && m_search->text().isEmpty());
}

// No more than were asked for: of one, the last mark counts; of several, the mark too many is refused.
void AskedList::marked(QListWidgetItem *item)
{
    if (item->checkState() == Qt::Checked && chosen().size() > m_asked.max) {
        const QSignalBlocker quiet(m_list);
        for (int i = 0; m_asked.max == 1 && i < m_list->count(); ++i) {
            if (m_list->item(i) != item)
                m_list->item(i)->setCheckState(Qt::Unchecked);
        }
        if (m_asked.max > 1) {
            item->setCheckState(Qt::Unchecked);
            m_context.host.say(tr("No more than %n documents are asked for here.", nullptr, m_asked.max));
        }
    }
    m_swapped.clear(); // the person has decided anew
    m_other->hide();
    const QList<ItemId> now = chosen();
    m_seen.removeIf([&](const std::pair<const ItemId &, QByteArray &> &one) { return !now.contains(one.first); });
    for (const ItemId &id : now) { // what was marked before stays what it was
        const auto details = m_seen.contains(id) ? std::nullopt : m_context.session.documents().details(id);
        if (details)
            m_seen.insert(id, details->sha256);
    }
    tellLacking();
    if (item->checkState() == Qt::Checked)
        giveType(ItemId(item->data(Qt::UserRole).toString()));
    Q_EMIT changed();
}

// One that the person gives as what is asked for is of that type from now on; it can be taken back.
void AskedList::giveType(const ItemId &id)
{
    Documents &documents = m_context.session.documents();
    const QList<DocumentRow> rows = documents.rows({id});
    if (rows.isEmpty() || m_asked.types.isEmpty() || m_asked.types.contains(rows.first().documentType, Qt::CaseInsensitive))
        return;
    const QString before = rows.first().documentType, name = rows.first().name, type = m_type->currentData().toString();
    documents.setDocumentType({id}, type).then(this, [this, id, before, name, type](const Outcome &done) {
        if (!done)
            return m_context.host.showError(done.error());
        refresh();
        Q_EMIT changed();
        m_context.host.say(tr("“%1” is of the type “%2” in your folder now").arg(text::neutral(name), text::neutral(type)), tr("Undo"),
                            [self = QPointer<AskedList>(this), session = &m_context.session, id, before] { // the page may be another by then
                                QFuture<Outcome> undone = session->documents().setDocumentType({id}, before);
                                if (self)
                                    undone.then(self.data(), [list = self.data(), id](const Outcome &) { list->unmark(id); });
                            });
    });
}

void AskedList::unmark(const ItemId &id)
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == id.text())
            m_list->item(i)->setCheckState(Qt::Unchecked);
    }
    refresh();
    Q_EMIT changed();
}

void AskedList::look()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        m_context.host.open(QStringLiteral("viewer"), {{QStringLiteral("id"), item->data(Qt::UserRole)},
                                                       {QStringLiteral("from"), QStringLiteral("contribute")},
                                                       {QStringLiteral("under"), QStringLiteral("procedures")}});
}

} // namespace carriel::ui
