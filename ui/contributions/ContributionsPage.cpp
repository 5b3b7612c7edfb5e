// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/ContributionsPage.h"

#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "ui/contributions/ContributePage.h"
#include "ui/contributions/HoldersPage.h"
#include "ui/contributions/Pages.h"
#include "ui/contributions/PublishedList.h"
#include "ui/text/ColombianTime.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/ContributionWords.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {
constexpr qint64 largestRequest = 65536;
constexpr qsizetype mostFailures = 5; // shown; the evidence has all of them
}

ContributionsPage::ContributionsPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("contributions.content"), 88, this);
    auto *column = m_content->column();
    column->setSpacing(space::m);
    column->addWidget(buildHead());
    m_callout = new Callout(theme(), QStringLiteral("contributions.callout"), this);
    column->addWidget(m_callout);
    column->addWidget(buildAnswer());
    m_published = new PublishedList(theme(), this);
    column->addWidget(m_published);
    connect(m_published, &PublishedList::chosen, this, [this](const QString &id) {
        host().open(QStringLiteral("contribute"), {{QStringLiteral("source"), id}});
    });
    m_none =
        theme().label(tr("You have not given documents to any entity yet."), TypeRole::Body, this, Role::TextMuted);
    m_none->setObjectName(QStringLiteral("contributions.none"));
    column->addWidget(m_none);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(m_callout, &Callout::action, this,
            [this] { session().account().loggedIn ? ask() : host().open(QStringLiteral("login")); });
    connect(&session(), &Session::notificationsChanged, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&session(), &Session::accountChanged, this, [this] {
        if (isVisible())
            ask();
    });
}

QWidget *ContributionsPage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("contributions"), tr("Documents for procedures"), this);
    head->addBack(tr("Back to the procedures (Esc)"), [this] { host().open(QStringLiteral("procedures")); });
    auto *holders = new QPushButton(theme().icon(QStringLiteral("users")), tr("Who has what"), head);
    holders->setObjectName(QStringLiteral("contributions.holders"));
    connect(holders, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("holders")); });
    head->addAtEnd(holders);
    return head;
}

QWidget *ContributionsPage::buildAnswer()
{
    auto *card = new Card(theme(), QStringLiteral("contributions.answer"), this);
    auto *title = theme().label(tr("Answer a request"), TypeRole::Title, card);
    title->setObjectName(QStringLiteral("contributions.answerTitle"));
    auto *why = theme().label(tr("An entity that needs papers of yours gives you a link, a file or a number. Here you "
                                 "see who asks and what for "
                                 "before anything is given."),
                              TypeRole::Body, card, Role::TextMuted);
    why->setObjectName(QStringLiteral("contributions.why"));
    why->setWordWrap(true);
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    m_source = new QLineEdit(bar);
    m_source->setObjectName(QStringLiteral("contributions.source"));
    m_source->setPlaceholderText(tr("Link or number of the request"));
    m_source->setAccessibleName(tr("Link or number of the request"));
    m_source->setClearButtonEnabled(true);
    m_source->setMinimumSize(320, space::target);
    auto *read = new QPushButton(tr("Read the request"), bar);
    read->setObjectName(QStringLiteral("contributions.read"));
    setVariant(read, Variant::Primary);
    read->setEnabled(false);
    auto *file = new QPushButton(theme().icon(QStringLiteral("folder-open")), tr("Open a file…"), bar);
    file->setObjectName(QStringLiteral("contributions.file"));
    for (QWidget *one : {static_cast<QWidget *>(m_source), static_cast<QWidget *>(read), static_cast<QWidget *>(file)})
        flow->addWidget(one);
    for (QWidget *one : {static_cast<QWidget *>(title), static_cast<QWidget *>(why), bar})
        card->column()->addWidget(one);
    connect(m_source, &QLineEdit::textChanged, read,
            [read](const QString &words) { read->setEnabled(!words.trimmed().isEmpty()); });
    connect(m_source, &QLineEdit::returnPressed, this, &ContributionsPage::answer);
    connect(read, &QPushButton::clicked, this, &ContributionsPage::answer);
    connect(file, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Choose the signed request"),
                                       QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &ContributionsPage::openFile);
        dialog->open();
    });
    return card;
}

void ContributionsPage::answer()
{
    const QString source = m_source->text().trimmed();
    if (source.isEmpty())
        return;
    m_source->clear();
    host().open(QStringLiteral("contribute"), {{QStringLiteral("source"), source}});
}

void ContributionsPage::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestRequest)
        return m_callout->say(Callout::Kind::Warning, tr("This file is no request"),
                              tr("A signed request is a small text file that the entity gives. Ask it for another one, "
                                 "or use its link."));
    host().open(QStringLiteral("contribute"), {{QStringLiteral("source"), QString::fromLatin1(file.readAll())}});
}

void ContributionsPage::enter(const QVariantMap &args)
{
    m_wanted = args.value(QStringLiteral("id")).toString();
    m_callout->clear();
    reload();
    ask();
}

void ContributionsPage::forget()
{
    m_source->clear();
    m_callout->clear();
    m_wanted.clear();
    m_published->forget();
    delete m_body;
    m_body = nullptr;
}

void ContributionsPage::focusContent()
{
    m_source->setFocus();
}

void ContributionsPage::ask()
{
    if (!session().account().loggedIn)
        return;
    askPublished();
    Contributions &contributions = session().documents().contributions();
    contributions.sendWaiting().then(this, [this, &contributions](const Outcome &sent) {
        contributions.refresh().then(this, [this, sent](const Outcome &known) {
            reload();
            if (const Outcome &bad = sent.ok() ? known : sent; !bad.ok() && bad.error().code != errors::vaultLocked)
                m_callout->say(bad.error());
            else
                m_callout->clear();
        });
    });
}

// Without a network, or of an operator that has no catalogue, there is none to show; a link or a file still serves.
void ContributionsPage::askPublished()
{
    session().documents().contributions().published().then(this, [this](const Result<QList<RequestInfo>> &all) {
        if (all.ok() && session().vaultState() == VaultState::Unlocked)
            m_published->show(all.value());
    });
}

void ContributionsPage::reload()
{
    delete m_body;
    m_body = new QWidget(m_content->column()->parentWidget());
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    const QList<ContributionInfo> all = session().documents().contributions().list();
    Card *wanted = nullptr;
    for (const ContributionInfo &one : all) {
        Card *card = cardOf(one);
        column->addWidget(card);
        if (one.id == m_wanted)
            wanted = card;
    }
    m_none->setVisible(all.isEmpty());
    m_content->column()->insertWidget(5, m_body);
    if (wanted)
        QMetaObject::invokeMethod(
            wanted, [this, wanted] { m_content->ensureWidgetVisible(wanted); }, Qt::QueuedConnection);
}

Card *ContributionsPage::cardOf(const ContributionInfo &one)
{
    const QString name = QStringLiteral("contribution.%1").arg(one.id);
    auto *card = new Card(theme(), name, m_body);
    int number = 0;
    const auto line = [&](const QString &words, TypeRole type, Role role = Role::Text) {
        auto *label = theme().label(words, type, card, role);
        label->setObjectName(name + QStringLiteral(".line%1").arg(number++));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        card->column()->addWidget(label);
    };
    line(text::neutral(one.title), TypeRole::Title);
    line(text::neutral(one.entityName), TypeRole::Body, Role::TextMuted);
    line(text::contributionState(one), TypeRole::Strong, text::contributionTrouble(one) ? Role::Danger : Role::Text);
    if (!one.filingNumber.isEmpty())
        line(tr("Filing number: %1").arg(text::neutral(one.filingNumber)), TypeRole::Strong);
    QStringList names;
    for (const ContributedDocument &document : one.documents)
        names += text::neutral(document.name);
    line(tr("Documents: %1").arg(names.join(QStringLiteral(", "))), TypeRole::Body);
    line(tr("You agreed on %1").arg(text::colombianDateTime(one.madeUtc)), TypeRole::Small, Role::TextMuted);
    if (!one.back.isEmpty() && (one.state == QLatin1String("submitted") || one.state == QLatin1String("delivered")))
        line(tr("Go back to the entity's page to finish: without that there is no filing number."), TypeRole::Strong);
    if (!one.failures.isEmpty())
        line(tr("Evidence is kept that it could not be given:"), TypeRole::Strong);
    for (const FailedAttempt &tried : one.failures.mid(std::max<qsizetype>(0, one.failures.size() - mostFailures)))
        line(text::failedAttempt(tried), TypeRole::Body);
    if (!one.defects.isEmpty())
        line(tr("What operator or entity say of it does not hold: %1. Do not rely on it.")
                 .arg(one.defects.join(QStringLiteral(", "))),
             TypeRole::Body, Role::Danger);
    addActs(card, one);
    return card;
}

void ContributionsPage::addActs(Card *card, const ContributionInfo &one)
{
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    if (one.state == QLatin1String("queued")) {
        auto *cancel = new QPushButton(tr("Do not send it"), bar);
        cancel->setObjectName(card->objectName() + QLatin1String(".cancel"));
        flow->addWidget(cancel);
        connect(cancel, &QPushButton::clicked, this, [this, id = one.id] {
            session().documents().contributions().cancel(id).then(this, [this](const Outcome &ended) {
                reload();
                if (!ended.ok())
                    m_callout->say(ended.error());
            });
        });
    }
    if (one.provable) {
        auto *prove = new QPushButton(theme().icon(QStringLiteral("download")), tr("Save the evidence…"), bar);
        prove->setObjectName(card->objectName() + QLatin1String(".prove"));
        flow->addWidget(prove);
        connect(prove, &QPushButton::clicked, this, [this, id = one.id] { saveProof(id); });
    }
    if (!one.back.isEmpty() && !text::contributionTrouble(one)) { // after a refusal there is nothing to finish there
        auto *back =
            new QPushButton(theme().icon(QStringLiteral("external-link")), tr("Back to the entity's page"), bar);
        back->setObjectName(card->objectName() + QLatin1String(".page"));
        flow->addWidget(back);
        connect(back, &QPushButton::clicked, this, [url = one.back] { QDesktopServices::openUrl(url); });
    }
    for (const ContributedDocument &document : one.documents) {
        auto *look =
            new QPushButton(theme().icon(QStringLiteral("eye")), tr("See “%1”").arg(text::neutral(document.name)), bar);
        look->setObjectName(card->objectName() + QLatin1String(".see.") + document.item.text());
        setVariant(look, Variant::Quiet);
        flow->addWidget(look);
        connect(look, &QPushButton::clicked, this, [this, id = document.item] {
            host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}});
        });
    }
    card->column()->addWidget(bar);
}

void ContributionsPage::saveProof(const QString &id)
{
    auto *dialog = new QFileDialog(this, tr("Save the evidence"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("asice"));
    dialog->selectFile(QString(tr("Evidence of documents given") + QLatin1String(".asice")));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) {
        session().documents().contributions().exportProof(id, path).then(this, [this, path](const Outcome &written) {
            written.ok() ? host().say(tr("The evidence was saved in “%1”.").arg(QDir::toNativeSeparators(path)))
                         : m_callout->say(written.error());
        });
    });
    dialog->open();
}

void addContributionPages(PageRegistry &registry)
{
    registry.add(
        {QStringLiteral("contributions"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Documents for procedures"),
         "send", 0,
         [](const PageContext &context, QWidget *parent) -> Page * { return new ContributionsPage(context, parent); },
         QStringLiteral("procedures")});
    registry.add(
        {QStringLiteral("contribute"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Answer a request"), "send", 0,
         [](const PageContext &context, QWidget *parent) -> Page * { return new ContributePage(context, parent); },
         QStringLiteral("procedures")});
    registry.add(
        {QStringLiteral("holders"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Who has what of mine"), "users", 0,
         [](const PageContext &context, QWidget *parent) -> Page * { return new HoldersPage(context, parent); },
         QStringLiteral("procedures")});
}

} // namespace carriel::ui
