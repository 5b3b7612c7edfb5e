// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/SignaturesPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"
#include "ui/text/SigningWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDrop.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {

// What is verified from here leads back here.
void verify(PageHost &host, const QString &what, const QVariant &value)
{
    host.open(QStringLiteral("verify"), {{what, value}, {QStringLiteral("under"), QStringLiteral("signatures")}});
}

constexpr int mostJobs = 100;
constexpr int daysAhead = 180; // a certificate that ends sooner is told

struct Mark
{
    const char *icon;
    Role role;
};

Mark markOf(SignState state)
{
    switch (state) {
    case SignState::Done:
        return {"circle-check", Role::Success};
    case SignState::Failed:
        return {"circle-x", Role::Danger};
    case SignState::NeedsKey:
        return {"key-round", Role::Warning};
    case SignState::Unstamped:
        return {"stamp", Role::Warning};
    case SignState::GivenUp:
        return {"minus", Role::TextMuted};
    case SignState::Waits:
    case SignState::Works:
        break;
    }
    return {"clock", Role::Info};
}

void empty(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a button of it may be what was pressed
        }
        delete item;
    }
}

} // namespace

SignaturesPage::SignaturesPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    takeDroppedFile(this, [this](const QString &path) { verify(host(), QStringLiteral("path"), path); });
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *content = new ContentColumn(QStringLiteral("signatures.column"), 110, this);
    whole->addWidget(content);
    QVBoxLayout *column = content->column();
    auto *title = new PageHead(theme(), QStringLiteral("signatures"), tr("Signatures"), content);
    column->addWidget(title);
    QLabel *why = theme().label(tr("To sign, choose documents in Documents and then Sign. Here you see how that goes, "
                                   "and you can verify any signed PDF: "
                                   "drop it here."),
                                TypeRole::Body, content, Role::TextMuted);
    why->setObjectName(QStringLiteral("signatures.why"));
    column->addWidget(why);
    auto *bar = new QWidget(content);
    auto *flow = new FlowLayout(bar, space::s);
    const auto button = [&](const QString &words, const char *icon, const char *name, auto act) {
        auto *made = new QPushButton(theme().icon(QString::fromLatin1(icon)), words, bar);
        made->setObjectName(QStringLiteral("signatures.") + QLatin1String(name));
        connect(made, &QPushButton::clicked, this, act);
        flow->addWidget(made);
        return made;
    };
    m_choose = button(tr("Verify a file…"), "shield-check", "verify",
                      [this] { verify(host(), QStringLiteral("choose"), true); });
    button(tr("Sign documents…"), "signature", "sign", [this] { host().open(QStringLiteral("documents")); });
    button(tr("Whom this computer trusts…"), "landmark", "trust", [this] { host().open(QStringLiteral("trust")); });
    column->addWidget(bar);
    const auto rows = [](Card *card) {
        auto *inner = new QVBoxLayout;
        inner->setSpacing(space::m);
        card->column()->addLayout(inner);
        return inner;
    };
    m_jobs = section(QStringLiteral("signatures.jobs"), tr("Being signed"));
    m_jobRows = rows(m_jobs);
    m_ended = section(QStringLiteral("signatures.ended"), tr("Signed just now"));
    m_endedRows = rows(m_ended);
    m_clear = new QPushButton(tr("Take what has ended off this list"), m_ended);
    m_clear->setObjectName(QStringLiteral("signatures.ended.clear"));
    setVariant(m_clear, Variant::Quiet);
    m_ended->column()->addWidget(m_clear, 0, Qt::AlignLeft);
    connect(m_clear, &QPushButton::clicked, this, [this] { report(session().documents().signing().clearEnded()); });
    m_ending = section(QStringLiteral("signatures.ending"), tr("To be renewed, so that they can be proven later"));
    m_endingRows = rows(m_ending);
    m_made = section(QStringLiteral("signatures.made"), tr("Signed by you on this computer"));
    m_madeRows = rows(m_made);
    for (Card *card : {m_jobs, m_ended, m_ending, m_made})
        column->addWidget(card);
    column->addStretch(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    connect(&m_soon, &QTimer::timeout, this, &SignaturesPage::reload);
    m_tick.setInterval(15'000); // "the next try is in …"
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            fillJobs();
    });
    m_tick.start();
    connect(&session().documents(), &Documents::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
}

Card *SignaturesPage::section(const QString &name, const QString &title)
{
    auto *card = new Card(theme(), name, this);
    QLabel *head = theme().label(title, TypeRole::Title, card);
    head->setObjectName(name + QLatin1String(".title"));
    card->column()->addWidget(head);
    return card;
}

void SignaturesPage::enter(const QVariantMap &)
{
    reload();
}

void SignaturesPage::forget()
{
    m_soon.stop();
    m_most = 50;
    for (QVBoxLayout *rows : {m_jobRows, m_endedRows, m_endingRows, m_madeRows})
        empty(rows);
}

void SignaturesPage::focusContent()
{
    m_choose->setFocus();
}

void SignaturesPage::reload()
{
    fillJobs();
    fillEnding();
    fillMade();
}

void SignaturesPage::addRow(QVBoxLayout *column, const QString &name, const char *icon, Role role, const QString &title,
                            const QString &words, const QList<Button> &buttons)
{
    auto *row = new QWidget(column->parentWidget());
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::s);
    auto *mark = new QLabel(row);
    mark->setPixmap(theme().icon(QString::fromLatin1(icon), role).pixmap(space::icon, space::icon));
    across->addWidget(mark, 0, Qt::AlignTop);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    QLabel *head = theme().label(title, TypeRole::Strong, row);
    head->setObjectName(name + QLatin1String(".name"));
    QLabel *body = theme().label(words, TypeRole::Body, row);
    body->setObjectName(name + QLatin1String(".words"));
    text->addWidget(head);
    text->addWidget(body);
    auto *acts = new QWidget(row);
    auto *flow = new FlowLayout(acts, space::xs);
    for (const Button &one : buttons) {
        auto *made = new QPushButton(one.words, acts);
        made->setObjectName(name + QLatin1Char('.') + one.name);
        made->setAccessibleName(QStringLiteral("%1: %2").arg(one.words, title));
        setVariant(made, Variant::Quiet);
        connect(made, &QPushButton::clicked, this, one.act);
        flow->addWidget(made);
    }
    acts->setVisible(!buttons.isEmpty());
    text->addWidget(acts);
    across->addLayout(text, 1);
    column->addWidget(row);
}

void SignaturesPage::report(QFuture<Outcome> future)
{
    future.then(this, [this](const Outcome &outcome) {
        if (!outcome.ok())
            host().showError(outcome.error());
        reload();
    });
}

void SignaturesPage::fillJobs()
{
    // The rows are made anew; who was at one of their buttons stays there, and the page where it is.
    const QString focused = focusWidget() && isAncestorOf(focusWidget()) ? focusWidget()->objectName() : QString();
    if (focused.startsWith(QLatin1String("signatures.job")))
        setFocus();
    empty(m_jobRows);
    empty(m_endedRows);
    Signing &signing = session().documents().signing();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<SignJob> jobs = signing.jobs(mostJobs);
    const auto over = [](const SignJob &job) {
        return job.state == SignState::Done || job.state == SignState::GivenUp;
    };
    const auto ended = std::count_if(jobs.begin(), jobs.end(), over);
    m_jobs->setVisible(ended < jobs.size());
    m_ended->setVisible(ended > 0);
    QStringList needKey;
    for (const SignJob &job : jobs) {
        if (job.state == SignState::NeedsKey || (job.state == SignState::Failed && !job.renewal))
            needKey << job.id;
    }
    const auto resume = [this](const QStringList &ids) {
        host().open(QStringLiteral("sign"),
                    {{QStringLiteral("resume"), ids}, {QStringLiteral("under"), QStringLiteral("signatures")}});
    };
    if (needKey.size() > 1)
        addRow(m_jobRows, QStringLiteral("signatures.allJobs"), "key-round", Role::TextMuted,
               tr("%n wait for your key", nullptr, int(needKey.size())), {},
               {Button{QStringLiteral("resume"), tr("Choose the key and go on with all"),
                       [resume, needKey] { resume(needKey); }},
                Button{QStringLiteral("giveUp"), tr("Give all of them up"), [this, &signing, needKey] {
                           for (const QString &id : needKey)
                               report(signing.giveUp(id));
                       }}});
    int number = 0;
    for (const SignJob &job : jobs) {
        QList<Button> buttons;
        const ItemId shown = job.result.isEmpty() ? job.document : job.result;
        if (job.state == SignState::NeedsKey || (job.state == SignState::Failed && !job.renewal))
            buttons << Button{QStringLiteral("resume"), tr("Choose the key and go on"),
                              [resume, id = job.id] { resume({id}); }};
        if (job.state == SignState::Unstamped)
            buttons << Button{QStringLiteral("stamp"), tr("Try now"), [&signing] { signing.stampNow(); }};
        if (job.state == SignState::Done || job.state == SignState::Unstamped)
            buttons << Button{QStringLiteral("see"), tr("See the signatures"),
                              [this, shown] { verify(host(), QStringLiteral("id"), shown.text()); }};
        if (job.state == SignState::NeedsKey || job.state == SignState::Failed || job.state == SignState::Unstamped ||
            job.state == SignState::Waits || job.state == SignState::Works)
            buttons << Button{QStringLiteral("giveUp"),
                              job.state == SignState::Unstamped ? tr("Leave it without") : tr("Give up"),
                              [this, &signing, id = job.id] { report(signing.giveUp(id)); }};
        const Mark mark = markOf(job.state);
        addRow(over(job) ? m_endedRows : m_jobRows, QStringLiteral("signatures.job%1").arg(number++), mark.icon,
               mark.role, text::neutral(job.name), text::jobWords(job, now), buttons);
    }
    if (!focused.isEmpty()) {
        if (auto *again = findChild<QPushButton *>(focused))
            again->setFocus();
    }
}

void SignaturesPage::fillEnding()
{
    empty(m_endingRows);
    const QDate today = QDate::currentDate();
    const QList<EndingProof> ending =
        session().documents().verification().ending(QDateTime::currentDateTimeUtc().addDays(daysAhead));
    m_ending->setVisible(!ending.isEmpty());
    Signing &signing = session().documents().signing();
    int number = 0;
    for (const EndingProof &one : ending) {
        const QDate day = one.endsUtc.toLocalTime().date();
        const QString words = day < today ? tr("What proves its signature ended on %1.").arg(text::date(day))
                                          : tr("What proves its signature ends on %1 (%2). Renew it before.")
                                                .arg(text::date(day), text::daysAway(day, today));
        addRow(m_endingRows, QStringLiteral("signatures.ending%1").arg(number++), "shield-alert", Role::Warning,
               text::neutral(one.name), words,
               {Button{QStringLiteral("renew"), tr("Renew"),
                       [this, &signing, id = one.item] {
                           if (signing.timestampAuthority().isEmpty()) {
                               host().say(tr("Set a timestamp authority first."));
                               host().open(QStringLiteral("trust"));
                           } else {
                               report(signing.renew({id}));
                           }
                       }},
                Button{QStringLiteral("see"), tr("See the signatures"),
                       [this, id = one.item] { verify(host(), QStringLiteral("id"), id.text()); }}});
    }
}

void SignaturesPage::fillMade()
{
    empty(m_madeRows);
    const QList<SignatureMade> made = session().documents().signing().made(m_most);
    int number = 0;
    for (const SignatureMade &one : made) {
        QStringList words{text::dateTime(one.madeUtc), tr("as %1").arg(text::neutral(one.certificate.name)),
                          tr("when it was made: %1").arg(text::levelTitle(one.level))};
        if (!one.reason.isEmpty())
            words << text::neutral(one.reason);
        if (!one.place.isEmpty())
            words << text::neutral(one.place);
        addRow(m_madeRows, QStringLiteral("signatures.made%1").arg(number++), "signature", Role::TextMuted,
               text::neutral(one.name), words.join(QStringLiteral(" · ")),
               {Button{QStringLiteral("show"), tr("Show it in Documents"), [this, id = one.document] {
                           host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}});
                       }}});
    }
    if (made.isEmpty()) {
        QLabel *none =
            theme().label(tr("You have signed nothing here yet. This register cannot be changed afterwards."),
                          TypeRole::Body, m_made, Role::TextMuted);
        none->setObjectName(QStringLiteral("signatures.none"));
        m_madeRows->addWidget(none);
    } else if (made.size() == m_most) {
        addRow(m_madeRows, QStringLiteral("signatures.more"), "chevron-down", Role::TextMuted,
               tr("There are earlier ones"), {}, {Button{QStringLiteral("more"), tr("Show earlier ones"), [this] {
                                                             m_most += 50;
                                                             reload();
                                                         }}});
    }
}

} // namespace carriel::ui
