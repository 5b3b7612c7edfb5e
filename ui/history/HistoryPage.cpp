// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/ContentView.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/TextDiff.h"
#include "ui/widgets/PageHead.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

HistoryPage::HistoryPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(buildHead());
    m_hint = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_hint->setObjectName(QStringLiteral("history.hint"));
    column->addWidget(m_hint);
    auto *across = new QHBoxLayout;
    across->setSpacing(space::l);
    across->addWidget(buildList());
    across->addWidget(buildSides(), 1);
    column->addLayout(across, 1);
    connect(&session().documents(), &Documents::changed, this, [this] {
        if (isVisible() && !m_row.id.isEmpty())
            reload();
    });
}

QWidget *HistoryPage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("history"), {}, this);
    head->addBack(tr("Back (Esc)"),
                  [this] { host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_row.id.text()}}); });
    m_title = head->title();
    m_restore = new QPushButton(theme().icon(QStringLiteral("rotate-ccw"), Role::OnPrimary), tr("Take this version back"), head);
    m_restore->setObjectName(QStringLiteral("history.restore"));
    setVariant(m_restore, Variant::Primary);
    m_save = new QPushButton(theme().icon(QStringLiteral("download")), tr("Save a copy…"), head);
    m_save->setObjectName(QStringLiteral("history.save"));
    head->addAtEnd(m_save);
    head->addAtEnd(m_restore);
    connect(m_restore, &QPushButton::clicked, this, &HistoryPage::restore);
    connect(m_save, &QPushButton::clicked, this, &HistoryPage::save);
    return head;
}

QWidget *HistoryPage::buildList()
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("history.list"));
    m_list->setAccessibleName(tr("Versions, the newest first"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_list->setFixedWidth(qBound(180, fontMetrics().averageCharWidth() * 30, 320));
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryPage::choose);
    return m_list;
}

QWidget *HistoryPage::buildSides()
{
    m_stack = new QStackedWidget(this);
    m_sides = new QWidget(m_stack);
    auto *sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::l);
    m_then = new ContentView(QStringLiteral("history.then"), session().documents(), theme(), m_sides);
    m_now = new ContentView(QStringLiteral("history.now"), session().documents(), theme(), m_sides);
    sides->addWidget(m_then, 1);
    sides->addWidget(m_now, 1);
    m_differences = new QWidget(m_stack);
    auto *column = new QVBoxLayout(m_differences);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_summary = theme().label({}, TypeRole::Strong, m_differences);
    m_summary->setObjectName(QStringLiteral("history.summary"));
    m_text = new QPlainTextEdit(m_differences);
    m_text->setObjectName(QStringLiteral("history.differences"));
    m_text->setAccessibleName(tr("What changed: a line with a plus is new, one with a minus was taken away"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    column->addWidget(m_summary);
    column->addWidget(m_text, 1);
    m_stack->addWidget(m_sides);
    m_stack->addWidget(m_differences);
    return m_stack;
}

void HistoryPage::enter(const QVariantMap &args)
{
    const ItemId id(args.value(QStringLiteral("id")).toString());
    if (!id.isEmpty()) {
        forget();
        const QList<DocumentRow> rows = session().documents().rows({id});
        if (!rows.isEmpty())
            m_row = rows.first();
    }
    reload();
    // The operator may know versions from before this computer came.
    if (!id.isEmpty() && session().account().loggedIn) {
        session().documents().versions().refresh(id).then(this, [this, id](const Outcome &) {
            if (id == m_row.id)
                reload();
        });
    }
}

void HistoryPage::forget()
{
    ++m_turn;
    m_row = {};
    m_versions.clear();
    m_list->clear();
    m_title->clear();
    m_then->forget();
    m_now->forget();
    m_text->clear();
    m_summary->clear();
}

void HistoryPage::focusContent() { m_list->setFocus(); }

QString HistoryPage::titleOf(const DocumentVersion &version) const
{
    QStringList parts{version.head ? tr("Version %1, holds now").arg(version.number) : tr("Version %1").arg(version.number)};
    if (version.label == QLatin1String("this-computer"))
        parts << tr("from this computer"); // what lost to another's that came first
    else if (!version.label.isEmpty())
        parts << version.label;
    if (version.createdUtc.isValid())
        parts << text::dateTime(version.createdUtc);
    parts << text::size(version.size);
    return parts.join(QStringLiteral(" · "));
}

void HistoryPage::reload()
{
    const QList<DocumentVersion> versions = session().documents().versions().list(m_row.id);
    m_title->setText(m_row.name.isEmpty() ? tr("Versions") : tr("Versions of “%1”").arg(m_row.name));
    m_hint->setText(versions.size() < 2 ? tr("There is one version only. When the document is changed, the earlier ones stay here.")
                                        : tr("Choose a version to see it beside the one that holds now. None is ever lost."));
    const auto same = [](const DocumentVersion &a, const DocumentVersion &b) {
        return a.id == b.id && a.head == b.head && a.here == b.here && a.atOperator == b.atOperator;
    };
    if (std::equal(versions.begin(), versions.end(), m_versions.begin(), m_versions.end(), same) && !versions.isEmpty())
        return;
    const auto before = chosen();
    m_versions = versions;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int at = m_versions.size() > 1 ? 1 : 0; // the one before the last is what one comes for
    for (const DocumentVersion &version : std::as_const(m_versions)) {
        QStringList lines{titleOf(version)};
        if (!version.here)
            lines << tr("at your operator only");
        else if (!version.atOperator && session().account().connected)
            lines << tr("not yet at your operator");
        m_list->addItem(lines.join(QStringLiteral(" · ")));
        if (before && before->id == version.id)
            at = m_list->count() - 1;
    }
    if (!m_versions.isEmpty())
        m_list->setCurrentRow(at);
    choose();
}

std::optional<DocumentVersion> HistoryPage::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_versions.size() ? std::optional(m_versions.at(row)) : std::nullopt;
}

void HistoryPage::choose()
{
    const auto version = chosen();
    m_restore->setEnabled(version && !version->head && !m_row.official);
    m_save->setEnabled(version.has_value());
    ++m_turn;
    if (!version)
        return;
    const auto head = std::find_if(m_versions.begin(), m_versions.end(), [](const DocumentVersion &v) { return v.head; });
    const DocumentVersion now = head == m_versions.end() ? *version : *head;
    // What is not here is brought first; meanwhile the place says so.
    Versions &versions = session().documents().versions();
    QList<VersionId> away;
    for (const DocumentVersion &one : {*version, now}) {
        if (!one.here)
            away << one.id;
    }
    if (away.isEmpty()) {
        compare(*version, now);
        return;
    }
    m_stack->setCurrentWidget(m_sides);
    m_now->setVisible(version->id != now.id);
    m_then->showWords(titleOf(*version), tr("It is being brought to this computer…"));
    versions.fetch(away.first()).then(this, [this, turn = m_turn, title = titleOf(*version)](const Outcome &outcome) {
        if (turn != m_turn)
            return;
        if (outcome.ok()) {
            m_versions.clear(); // read again: it is here now
            reload();
        } else {
            m_then->showWords(title, tr("It could not be brought to this computer now. Its content is safe at your operator."));
        }
    });
}

void HistoryPage::showSide(ContentView &view, const QString &title, const DocumentVersion &version)
{
    Versions &versions = session().documents().versions();
    view.show(title, version.mediaType, [&versions, id = version.id] { return versions.open(id); });
}

void HistoryPage::compare(const DocumentVersion &chosen, const DocumentVersion &head)
{
    const bool text = showsAsText(chosen.mediaType) && showsAsText(head.mediaType);
    if (text && chosen.id != head.id && chosen.size <= mostCompared && head.size <= mostCompared) {
        showDifferences(chosen, head);
        return;
    }
    m_stack->setCurrentWidget(m_sides);
    showSide(*m_then, titleOf(chosen), chosen);
    m_now->setVisible(chosen.id != head.id);
    if (chosen.id != head.id)
        showSide(*m_now, titleOf(head), head);
}

void HistoryPage::showDifferences(const DocumentVersion &chosen, const DocumentVersion &head)
{
    Versions &versions = session().documents().versions();
    const QList<DiffLine> lines = diffLines(comparedText(versions.open(chosen.id).get()), comparedText(versions.open(head.id).get()));
    int added = 0;
    int removed = 0;
    QStringList shown;
    for (const DiffLine &line : lines) {
        added += line.kind == DiffLine::Kind::Added;
        removed += line.kind == DiffLine::Kind::Removed;
        const char *mark = line.kind == DiffLine::Kind::Added ? "+ " : line.kind == DiffLine::Kind::Removed ? "− " : "  ";
        shown << QString(QString::fromUtf8(mark) + line.text);
    }
    m_summary->setText(added + removed == 0 ? tr("The text is the same in both.")
                                            : tr("From version %1 to the one that holds now: %2 lines new, %3 taken away")
                                                  .arg(QString::number(chosen.number), text::count(added), text::count(removed)));
    m_text->setPlainText(shown.join(QLatin1Char('\n')));
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).kind == DiffLine::Kind::Same)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(int(i)));
        mark.format.setBackground(
            theme().color(lines.at(i).kind == DiffLine::Kind::Added ? Role::SuccessSurface : Role::DangerSurface));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    m_text->setExtraSelections(marks);
    m_stack->setCurrentWidget(m_differences);
}

void HistoryPage::restore()
{
    const auto version = chosen();
    if (!version)
        return;
    session().documents().versions().restore(m_row.id, version->id).then(this, [this, number = version->number](const Outcome &outcome) {
        if (!outcome.ok()) {
            host().showError(outcome.error());
            return;
        }
        host().say(tr("Version %1 holds again. The one before stays in the history.").arg(number));
        reload();
    });
}

void HistoryPage::save()
{
    const auto version = chosen();
    if (!version)
        return;
    auto *dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setObjectName(QStringLiteral("history.saveDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QFileInfo name(m_row.name);
    const QString suffix = name.suffix().isEmpty() ? QString() : QString(QLatin1Char('.') + name.suffix());
    dialog->selectFile(QString(tr("%1 (version %2)").arg(name.completeBaseName()).arg(version->number) + suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = version->id](const QString &path) {
        session().documents().versions().exportTo(id, path, {}, {}).then(this, [this, path](const Outcome &outcome) {
            if (outcome.ok())
                host().say(tr("Saved: %1").arg(path));
            else
                host().showError(outcome.error());
        });
    });
    dialog->open();
}

void addHistoryPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("history"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Versions"), "history", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new HistoryPage(context, parent); },
                  QStringLiteral("documents")});
}

} // namespace carriel::ui
