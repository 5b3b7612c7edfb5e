// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/ActivityPage.h"

#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "ui/activity/ActivityModel.h"
#include "ui/activity/ActivityPlace.h"
#include "ui/activity/StatisticsPage.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/ActivityWords.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTreeView>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

constexpr int atOnce = 500;

} // namespace

ActivityPage::ActivityPage(const PageContext &context, QWidget *parent) : Page(context, parent), m_most(atOnce)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    auto *title = new PageHead(theme(), QStringLiteral("activity"), tr("Activity"), this);
    auto *why = theme().label(
        tr("What was done with your folder, by you and by others. Each entry carries the mark of the one before it, "
           "so that changing one is noticed."),
        TypeRole::Body, this, Role::TextMuted);
    why->setObjectName(QStringLiteral("activity.why"));
    why->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(why);
    column->addWidget(buildActs());
    m_word = new Callout(theme(), QStringLiteral("activity.proof"), this);
    connect(m_word, &Callout::action, this, &ActivityPage::noteAlarm);
    column->addWidget(m_word);
    column->addWidget(buildFilters());
    m_none = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_none->setObjectName(QStringLiteral("activity.none"));
    column->addWidget(m_none);
    column->addWidget(buildList(), 1);
    column->addStretch(0);
    m_more = new QPushButton(tr("Show earlier ones"), this);
    m_more->setObjectName(QStringLiteral("activity.more"));
    m_more->hide();
    column->addWidget(m_more, 0, Qt::AlignLeft);
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, &ActivityPage::reload);
    connect(&session().documents(), &Documents::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&session(), &Session::accountChanged, this, [this] {
        if (isVisible())
            tellAlarm();
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_most *= 2;
        reload();
    });
}

QWidget *ActivityPage::buildActs()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    const auto button = [&](const char *name, const QString &icon, const QString &words) {
        auto *out = new QPushButton(theme().icon(icon), words, bar);
        out->setObjectName(QLatin1String(name));
        flow->addWidget(out);
        return out;
    };
    connect(button("activity.statistics", QStringLiteral("chart-column"), tr("Statistics")), &QPushButton::clicked,
            this, [this] { host().open(QStringLiteral("statistics")); });
    m_verify = button("activity.verify", QStringLiteral("shield-check"), tr("Check the record"));
    m_export = button("activity.export", QStringLiteral("download"), tr("Export…"));
    connect(m_verify, &QPushButton::clicked, this, &ActivityPage::verify);
    connect(m_export, &QPushButton::clicked, this, &ActivityPage::exportRecord);
    return bar;
}

QWidget *ActivityPage::buildFilters()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    m_words = new QLineEdit(bar);
    m_words->setObjectName(QStringLiteral("activity.filter"));
    m_words->setPlaceholderText(tr("Show only what contains…"));
    m_words->setAccessibleName(tr("Show only what contains…"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumSize(280, space::target);
    flow->addWidget(m_words);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    const auto combo = [&](const char *name, const QString &words) {
        auto *box = new QComboBox(bar);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(words);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumHeight(space::target);
        flow->addWidget(box);
        connect(box, &QComboBox::activated, this, &ActivityPage::reload);
        return box;
    };
    m_group = combo("activity.group", tr("Kind of act"));
    m_group->addItem(tr("Everything"), QStringList());
    for (const text::ActivityGroup &group : text::activityGroups())
        m_group->addItem(group.words, group.kinds);
    m_period = combo("activity.period", tr("Period"));
    m_period->addItem(tr("Whenever"), 0);
    m_period->addItem(tr("Today"), 1);
    m_period->addItem(tr("The last 7 days"), 7);
    m_period->addItem(tr("The last 30 days"), 30);
    m_period->addItem(tr("The last 12 months"), 365);
    return bar;
}

QWidget *ActivityPage::buildList()
{
    m_model = new ActivityModel(theme(), this);
    m_list = new QTreeView(this);
    m_list->setObjectName(QStringLiteral("activity.list"));
    m_list->setAccessibleName(tr("What happened, the newest first"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideRight); // what and with whom stand first
    m_list->header()->setStretchLastSection(false);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const ActivityPlace place = placeOf(m_model->record(index.row()), session().documents());
        if (place.gone)
            host().say(tr("That document is not in your folder any more"));
        else if (!place.page.isEmpty())
            host().open(place.page, place.args);
    });
    return m_list;
}

void ActivityPage::enter(const QVariantMap &)
{
    tellAlarm();
    reload();
}

// Said as long as it stands, whatever else was asked on this page.
void ActivityPage::tellAlarm()
{
    const Activity &activity = session().documents().activity();
    const QString alarm = activity.alarm();
    if (alarm.isEmpty())
        return;
    const QDateTime noted = activity.alarmNotedUtc();
    QString words = tr("What it says now does not fit what it signed before: %1. What is here stays as it was. Export it, "
                       "and ask your operator why.")
                        .arg(text::activityAlarm(alarm));
    if (noted.isValid())
        words += u' ' + tr("You took note of it on %1. Nothing newer of its record is believed.").arg(text::dateTime(noted));
    m_word->say(noted.isValid() ? Callout::Kind::Warning : Callout::Kind::Danger,
                tr("Your operator changed its record of your activity"), words);
    m_word->setAction(noted.isValid() ? QString() : tr("I take note"));
}

void ActivityPage::noteAlarm()
{
    m_word->setAction({});
    session().documents().activity().noteAlarm().then(this, [this](const Outcome &noted) {
        if (!noted)
            host().showError(noted.error());
        tellAlarm();
        reload();
    });
}

void ActivityPage::forget()
{
    m_soon.stop();
    ++m_asked;
    m_model->show({}, false);
    m_words->clear();
    m_word->clear();
    m_most = atOnce;
}

void ActivityPage::focusContent()
{
    m_model->rowCount() > 0 ? m_list->setFocus() : m_words->setFocus();
}

bool ActivityPage::filtered() const
{
    return !m_words->text().trimmed().isEmpty() || m_period->currentIndex() > 0 || m_group->currentIndex() > 0;
}

void ActivityPage::reload()
{
    ActivityQuery query;
    query.kinds = m_group->currentData().toStringList();
    if (const int days = m_period->currentData().toInt(); days > 0)
        query.since = QDate::currentDate().addDays(1 - days).startOfDay().toUTC();
    if (const QString words = m_words->text().trimmed(); !words.isEmpty())
        query.fits = [words](const ActivityRecord &one) {
            return text::activityWords(one).contains(words, Qt::CaseInsensitive);
        };
    session()
        .documents()
        .activity()
        .search(query, m_most)
        .then(this, [this, asked = ++m_asked](Result<QList<ActivityRecord>> records) {
            if (asked == m_asked && records.ok())
                show(std::move(records).value());
            else if (asked == m_asked && records.error().code != errors::vaultLocked)
                host().showError(records.error());
        });
}

void ActivityPage::show(QList<ActivityRecord> records)
{
    m_more->setVisible(records.size() == m_most);
    const int row = m_list->currentIndex().row();
    const bool anchors = session().account().connected;
    m_model->show(joined(std::move(records)), anchors); // one act, one line
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_list->header()->setSectionResizeMode(column, column == ActivityModel::What ? QHeaderView::Stretch
                                                                                     : QHeaderView::ResizeToContents);
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row, 0));
    const bool any = m_model->rowCount() > 0;
    m_none->setText(filtered() ? tr("Nothing of the kind was done.") : tr("Nothing happened yet."));
    m_none->setVisible(!any);
    m_list->setVisible(any); // an empty frame would say nothing
    m_export->setEnabled(any || filtered());
}

void ActivityPage::verify()
{
    m_verify->setEnabled(false);
    m_word->setAction({});
    session().documents().activity().verify().then(this, [this](const Result<ActivityProof> &proof) {
        m_verify->setEnabled(true);
        proof.ok() ? tellProof(proof.value()) : m_word->say(proof.error());
    });
}

void ActivityPage::tellProof(const ActivityProof &proof)
{
    const qint64 loose = proof.records - proof.anchored;
    if (!proof.faults.isEmpty()) {
        QStringList where;
        for (const ActivityFault &one : proof.faults)
            where += text::activityFault(one);
        return m_word->say(
            Callout::Kind::Danger, tr("The record was changed"),
            tr("Somebody changed or removed what was written: %1. Export it, and ask your operator for its own.")
                .arg(where.join(QStringLiteral("; "))));
    }
    if (proof.records == 0)
        return m_word->say(Callout::Kind::Info, tr("There is nothing to check yet"));
    const QString title = tr("Nothing was changed in %n entries", nullptr, int(proof.records));
    if (loose == 0 && proof.behind == 0)
        return m_word->say(Callout::Kind::Success, title, tr("Your operator has signed all of it."));
    if (proof.behind > 0)
        return m_word->say(Callout::Kind::Info, title,
                           tr("Your operator has %n more entries, which come with the next sync.", nullptr,
                              int(proof.behind)));
    m_word->say(Callout::Kind::Success, title,
                session().account().connected
                    ? tr("%n of them are not anchored yet: your operator signs them at the next sync. Until then their "
                         "end could be cut.",
                         nullptr, int(loose))
                    : tr("No operator signs this record, so its end could be cut without a trace."));
}

void ActivityPage::exportRecord()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder for the record"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        // A folder of its own, so that nothing of the person's is written over.
        const QDir there(chosen);
        QString name = tr("Carriel activity %1").arg(QDate::currentDate().toString(Qt::ISODate));
        for (int number = 2; there.exists(name); ++number)
            name = tr("Carriel activity %1 (%2)").arg(QDate::currentDate().toString(Qt::ISODate)).arg(number);
        const QString folder = there.filePath(name);
        m_export->setEnabled(false);
        session().documents().activity().exportTo(folder).then(this, [this, folder](const Outcome &written) {
            m_export->setEnabled(true);
            written.ok()
                ? host().say(tr("The record was saved in “%1”. activity.csv is for you; the others prove it.")
                                 .arg(QDir::toNativeSeparators(folder)))
                : host().showError(written.error());
        });
    });
    dialog->open();
}

void addActivityPages(PageRegistry &registry)
{
    registry.add(
        {QStringLiteral("activity"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Activity"), "activity", 70,
         [](const PageContext &context, QWidget *parent) -> Page * { return new ActivityPage(context, parent); }});
    registry.add(
        {QStringLiteral("statistics"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Statistics"), "chart-column", 0,
         [](const PageContext &context, QWidget *parent) -> Page * { return new StatisticsPage(context, parent); },
         QStringLiteral("activity")});
}

} // namespace carriel::ui
