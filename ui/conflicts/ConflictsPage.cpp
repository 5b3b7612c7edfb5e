// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/ConflictsPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Versions.h"
#include "ui/conflicts/FieldTable.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/ContentView.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/TextDiff.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

ConflictsPage::ConflictsPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::m);
    m_body = new QWidget(this);
    m_body->setObjectName(QStringLiteral("conflicts.body"));
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(space::m);
    body->addWidget(buildHead());
    m_what = theme().label({}, TypeRole::Body, m_body);
    m_what->setObjectName(QStringLiteral("conflicts.what"));
    body->addWidget(m_what);
    m_fields = new FieldTable(theme(), m_body);
    body->addWidget(m_fields);
    m_sides = new QWidget(m_body);
    auto *sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::l);
    m_ours = new ContentView(QStringLiteral("conflicts.ours"), session().documents(), theme(), m_sides);
    m_theirs = new ContentView(QStringLiteral("conflicts.theirs"), session().documents(), theme(), m_sides);
    sides->addWidget(m_ours, 1);
    sides->addWidget(m_theirs, 1);
    body->addWidget(m_sides, 1);
    body->addWidget(buildVerbs());
    body->addStretch(0);
    m_empty = new EmptyState(theme(), this);
    m_empty->show(QStringLiteral("circle-check"), tr("No document has two versions"),
                  tr("When a document is changed here and on another computer, both are kept and you decide here."));
    column->addWidget(m_body, 1);
    column->addWidget(m_empty, 1);
    const auto follow = [this] {
        if (isVisible())
            reload();
    };
    connect(&session(), &Session::statusChanged, this, follow);
    connect(&session().documents(), &Documents::changed, this, follow);
    show(0);
}

QWidget *ConflictsPage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("conflicts"), {}, m_body);
    m_title = head->title();
    m_where = theme().label({}, TypeRole::Body, head, Role::TextMuted);
    m_where->setObjectName(QStringLiteral("conflicts.where"));
    head->addWords(m_where);
    m_number = theme().label({}, TypeRole::Body, head, Role::TextMuted);
    m_number->setObjectName(QStringLiteral("conflicts.number"));
    m_number->setWordWrap(false);
    head->addAtEnd(m_number);
    const auto tool = [&](const char *icon, const QString &name, const QString &tip, int by) {
        auto *button = new QToolButton(head);
        button->setObjectName(QStringLiteral("conflicts.") + name);
        button->setIcon(theme().icon(QString::fromLatin1(icon)));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumSize(space::target, space::target);
        connect(button, &QToolButton::clicked, this, [this, by] { show(m_at + by); });
        head->addAtEnd(button);
        return button;
    };
    m_before = tool("chevron-left", QStringLiteral("before"), tr("The one before"), -1);
    m_after = tool("chevron-right", QStringLiteral("after"), tr("The next one"), +1);
    return head;
}

QWidget *ConflictsPage::buildVerbs()
{
    auto *foot = new QWidget(m_body);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_meaning = theme().label({}, TypeRole::Small, foot, Role::TextMuted);
    m_meaning->setObjectName(QStringLiteral("conflicts.meaning"));
    m_same = new QCheckBox(foot);
    m_same->setObjectName(QStringLiteral("conflicts.same"));
    auto *bar = new QWidget(foot);
    auto *row = new FlowLayout(bar, space::s);
    const auto verb = [&](const QString &words, const QString &name, Resolution how) {
        auto *button = new QPushButton(words, bar);
        button->setObjectName(QStringLiteral("conflicts.") + name);
        connect(button, &QPushButton::clicked, this, [this, how] { resolve(how); });
        row->addWidget(button);
        m_verbs << button;
        return button;
    };
    setVariant(verb(tr("Keep both"), QStringLiteral("both"), Resolution::Both), Variant::Primary);
    verb(tr("Use mine"), QStringLiteral("mine"), Resolution::Mine);
    verb(tr("Use theirs"), QStringLiteral("useTheirs"), Resolution::Theirs);
    column->addWidget(m_meaning);
    column->addWidget(m_same);
    column->addWidget(bar);
    return foot;
}

void ConflictsPage::enter(const QVariantMap &args)
{
    m_shown = {};
    m_all = session().documents().conflicts().open();
    const ItemId item(args.value(QStringLiteral("item")).toString());
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_all.at(i).item == item)
            at = i;
    }
    m_same->setChecked(false);
    show(at);
}

void ConflictsPage::forget()
{
    m_ours->forget();
    m_theirs->forget();
    m_fields->show({});
    m_all.clear();
    m_shown = {};
    for (QLabel *label : {m_title, m_where, m_what})
        label->clear();
}

void ConflictsPage::focusContent() { m_all.isEmpty() ? setFocus() : m_verbs.first()->setFocus(); }

void ConflictsPage::reload()
{
    m_all = session().documents().conflicts().open();
    // One stays on what one looks at; if it was settled, the next takes its place.
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_all.at(i).id == m_shown)
            m_at = i;
    }
    show(m_at);
}

void ConflictsPage::show(qsizetype at)
{
    m_body->setVisible(!m_all.isEmpty());
    m_empty->setVisible(m_all.isEmpty());
    if (m_all.isEmpty()) {
        forget();
        return;
    }
    m_at = qBound<qsizetype>(0, at, m_all.size() - 1);
    const ConflictInfo &conflict = m_all.at(m_at);
    m_number->setText(tr("%1 of %2").arg(text::count(m_at + 1), text::count(m_all.size())));
    m_before->setEnabled(m_at > 0);
    m_after->setEnabled(m_at + 1 < m_all.size());
    m_same->setVisible(m_all.size() > 1);
    m_same->setText(tr("Do the same with all %1").arg(text::count(m_all.size())));
    QStringList said{conflict.oursVersion.text(), conflict.theirsVersion.text()};
    for (const ConflictField &field : conflict.fields)
        said << field.key << field.ours << field.theirs;
    if (conflict.id == m_shown && said == m_said)
        return; // the pictures stay
    m_shown = conflict.id;
    m_said = said;
    m_title->setText(conflict.name);
    const QString folder = conflict.path.section(QLatin1Char('/'), 0, -2);
    m_where->setText(folder.isEmpty() ? tr("In Documents") : tr("In %1").arg(folder));
    const bool content = conflict.about == ConflictAbout::Content;
    m_what->setText(content ? tr("Its content was changed on this computer and elsewhere. Both are safe.")
                            : tr("It was changed on this computer and elsewhere, in different ways. What your operator has holds for now; "
                                 "what you wanted was kept."));
    if (conflict.fields.isEmpty())
        m_what->setText(tr("Both are the same by now: any of the three closes this."));
    m_sides->setVisible(content);
    m_fields->setVisible(!content);
    m_meaning->setText(content ? tr("Keep both: yours becomes a document of its own beside the other. Mine or theirs: that one is shown; the "
                                    "other stays in the history.")
                               : tr("Mine: what you wanted is asked of your operator again. Theirs, or both: it stays as your operator has it."));
    if (content)
        showContent(conflict);
    else
        m_fields->show(conflict.fields);
}

void ConflictsPage::showContent(const ConflictInfo &conflict)
{
    // Who, where, when. Two computers of one make have one name: which of the two is this one, the words must say.
    const auto title = [](const QStringList &who, const QString &by, const QDateTime &when) {
        QStringList parts = who;
        parts << by;
        if (when.isValid())
            parts << text::dateTime(when);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    };
    // Only the person's own computers write in the folder, and the operator names them; of others' changes it says nothing.
    const QString person = session().account().holderName;
    const QString other = conflict.theirsBy.isEmpty() ? QString() : person;
    showVersion(*m_ours, title({tr("Mine"), person, tr("this computer")}, conflict.oursDevice, conflict.oursUtc),
                conflict.oursVersion, tr("It is not on this computer."));
    showVersion(*m_theirs, title({tr("Theirs"), other, tr("another computer")}, conflict.theirsBy, conflict.theirsUtc),
                conflict.theirsVersion, tr("It is being brought to this computer…"));
    showDifferences();
}

// Of two texts, the lines that only one of them has.
void ConflictsPage::showDifferences()
{
    Versions &versions = session().documents().versions();
    const ConflictInfo &conflict = m_all.at(m_at);
    const auto ours = versions.version(conflict.oursVersion), theirs = versions.version(conflict.theirsVersion);
    for (const auto &version : {ours, theirs}) {
        if (!version || !version->here || !showsAsText(version->mediaType) || version->size > mostCompared)
            return;
    }
    QList<int> left, right;
    int leftLine = 0, rightLine = 0;
    const QList<DiffLine> lines =
        diffLines(comparedText(versions.open(ours->id).get()), comparedText(versions.open(theirs->id).get()));
    for (const DiffLine &line : lines) {
        if (line.kind == DiffLine::Kind::Removed)
            left << leftLine;
        else if (line.kind == DiffLine::Kind::Added)
            right << rightLine;
        leftLine += line.kind != DiffLine::Kind::Added;
        rightLine += line.kind != DiffLine::Kind::Removed;
    }
    m_ours->markLines(left);
    m_theirs->markLines(right);
    const QString words = left.isEmpty() && right.isEmpty()
                              ? tr("The text is the same in both.")
                              : tr("The lines that differ are marked: %1 only in yours, %2 only in theirs.")
                                    .arg(text::count(left.size()), text::count(right.size()));
    m_what->setText(QString(tr("Its content was changed on this computer and elsewhere. Both are safe.") + u' ' + words));
}

void ConflictsPage::showVersion(ContentView &view, const QString &title, const VersionId &id, const QString &why)
{
    Versions &versions = session().documents().versions();
    const auto version = versions.version(id);
    if (!version) {
        view.showWords(title, why);
        return;
    }
    const QString head = QStringList{title, text::size(version->size)}.join(QStringLiteral(" · "));
    const auto open = [&versions, id] { return versions.open(id); };
    if (version->here) {
        view.show(head, version->mediaType, open);
        return;
    }
    view.showWords(head, why);
    versions.fetch(id).then(this, [this, &view, head, open, type = version->mediaType, shown = m_shown](const Outcome &outcome) {
        if (shown != m_shown)
            return;
        if (outcome.ok()) {
            view.show(head, type, open);
            showDifferences();
        } else {
            view.showWords(head, tr("It could not be brought to this computer now. Its content is safe at your operator."));
        }
    });
}

void ConflictsPage::resolve(Resolution how)
{
    if (m_all.isEmpty())
        return;
    const bool all = m_same->isVisible() && m_same->isChecked();
    for (QPushButton *button : std::as_const(m_verbs))
        button->setEnabled(false);
    Conflicts &conflicts = session().documents().conflicts();
    const QString name = m_all.at(m_at).name;
    conflicts.resolve(all ? m_all : QList<ConflictInfo>{m_all.at(m_at)}, how).then(this, [this, all, how, name](const Outcome &outcome) {
        for (QPushButton *button : std::as_const(m_verbs))
            button->setEnabled(true);
        if (!outcome.ok()) {
            host().showError(outcome.error());
            reload(); // what is asked may be another one by now
            return;
        }
        const QString what = how == Resolution::Both   ? tr("Both were kept")
                             : how == Resolution::Mine ? tr("Yours holds")
                                                       : tr("Theirs holds");
        host().say(all ? what : QString(name + QLatin1String(": ") + what));
        m_shown = {};
        m_same->setChecked(false);
        reload();
        focusContent();
    });
}

void addConflictPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("conflicts"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Two versions"), "copy", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new ConflictsPage(context, parent); },
                  QStringLiteral("documents")});
}

} // namespace carriel::ui
