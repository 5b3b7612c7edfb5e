// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/TrustPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Signing.h"
#include "ui/text/AnchorWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
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

TrustPage::TrustPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *content = new ContentColumn(QStringLiteral("trust.column"), 90, this);
    whole->addWidget(content);
    QVBoxLayout *column = content->column();
    auto *head = new PageHead(theme(), QStringLiteral("trust"), tr("Whom this computer trusts"), content);
    head->addBack(tr("Back (Esc)"), [this] { host().open(QStringLiteral("signatures")); });
    column->addWidget(head);
    m_told = new Callout(theme(), QStringLiteral("trust.told"), content);
    column->addWidget(m_told);
    connect(m_told, &Callout::action, this, &TrustPage::leave);

    Card *anchors = section(QStringLiteral("trust.anchors"), tr("Authorities"),
                            tr("A signature is confirmed when its certificate comes from one of these. Import only "
                               "what you got from the authority itself, "
                               "and compare its fingerprint."));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::m);
    anchors->column()->addLayout(m_rows);
    auto *bar = new QWidget(anchors);
    auto *flow = new FlowLayout(bar, space::s);
    m_import = new QPushButton(tr("Import a certificate…"), bar);
    m_import->setObjectName(QStringLiteral("trust.import"));
    auto *folder = new QPushButton(tr("Import a folder…"), bar);
    folder->setObjectName(QStringLiteral("trust.importFolder"));
    flow->addWidget(m_import);
    flow->addWidget(folder);
    anchors->column()->addWidget(bar);
    connect(m_import, &QPushButton::clicked, this, [this] { choose(false); });
    connect(folder, &QPushButton::clicked, this, [this] { choose(true); });
    column->addWidget(anchors);

    m_offer = section(QStringLiteral("trust.offer"), tr("Trust these?"), {});
    m_offerWords = theme().label({}, TypeRole::Body, m_offer);
    m_offerWords->setObjectName(QStringLiteral("trust.offerWords"));
    m_offer->column()->addWidget(m_offerWords);
    m_offerRows = new QVBoxLayout;
    m_offer->column()->addLayout(m_offerRows);
    m_listWords = theme().label({}, TypeRole::Body, m_offer);
    m_listWords->setObjectName(QStringLiteral("trust.listWords"));
    m_listWords->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_offer->column()->addWidget(m_listWords);
    m_accredited = new QCheckBox(tr("I know who signed this list, and accept whom it calls accredited"), m_offer);
    m_accredited->setObjectName(QStringLiteral("trust.accredited"));
    m_offer->column()->addWidget(m_accredited);
    auto *verbs = new QHBoxLayout;
    auto *no = new QPushButton(tr("Cancel"), m_offer);
    no->setObjectName(QStringLiteral("trust.refuse"));
    auto *yes = new QPushButton(tr("Trust them"), m_offer);
    yes->setObjectName(QStringLiteral("trust.accept"));
    setVariant(yes, Variant::Primary);
    verbs->addStretch(1);
    verbs->addWidget(no);
    verbs->addWidget(yes);
    m_offer->column()->addLayout(verbs);
    connect(no, &QPushButton::clicked, m_offer, &QWidget::hide);
    connect(yes, &QPushButton::clicked, this, &TrustPage::accept);
    column->addWidget(m_offer);
    m_offer->hide();

    Card *network = section(QStringLiteral("trust.network"), tr("Asking over the network"),
                            tr("Whether a certificate was revoked, its authority knows. Asking tells that authority "
                               "that somebody at your address looks at a "
                               "document it vouches for."));
    m_online = new QCheckBox(tr("Ask when a signature is verified"), network);
    m_online->setObjectName(QStringLiteral("trust.online"));
    network->column()->addWidget(m_online);
    connect(m_online, &QCheckBox::clicked, this, [this](bool on) {
        session().documents().verification().allowOnline(on).then(this, [this](const Outcome &outcome) {
            if (!outcome.ok())
                host().showError(outcome.error());
        });
    });
    column->addWidget(network);

    Card *stamps =
        section(QStringLiteral("trust.stamps"), tr("Timestamps"),
                tr("A timestamp authority certifies when a document existed. Write the address that yours gave you."));
    QLabel *caption = theme().label(tr("Address of the timestamp authority (RFC 3161)"), TypeRole::Body, stamps);
    caption->setObjectName(QStringLiteral("trust.tsa.caption"));
    auto *row = new QHBoxLayout;
    m_authority = new QLineEdit(stamps);
    m_authority->setObjectName(QStringLiteral("trust.tsa"));
    m_authority->setAccessibleName(caption->text());
    m_authority->setPlaceholderText(tr("none; it begins with http:// or https://"));
    m_authority->setMinimumHeight(space::target);
    caption->setBuddy(m_authority);
    auto *save = new QPushButton(tr("Save"), stamps);
    save->setObjectName(QStringLiteral("trust.tsaSave"));
    row->addWidget(m_authority, 1);
    row->addWidget(save);
    stamps->column()->addWidget(caption);
    stamps->column()->addLayout(row);
    connect(save, &QPushButton::clicked, this, &TrustPage::saveAuthority);
    connect(m_authority, &QLineEdit::returnPressed, this, &TrustPage::saveAuthority);
    column->addWidget(stamps);
    column->addStretch(1);
}

Card *TrustPage::section(const QString &name, const QString &title, const QString &words)
{
    auto *card = new Card(theme(), name, this);
    QLabel *head = theme().label(title, TypeRole::Title, card);
    head->setObjectName(name + QLatin1String(".title"));
    card->column()->addWidget(head);
    if (!words.isEmpty()) {
        QLabel *body = theme().label(words, TypeRole::Body, card, Role::TextMuted);
        body->setObjectName(name + QLatin1String(".words"));
        card->column()->addWidget(body);
    }
    return card;
}

void TrustPage::enter(const QVariantMap &args)
{
    m_told->clear(); // of the last time
    reload();
    if (const QString path = args.value(QStringLiteral("path")).toString(); !path.isEmpty())
        look(path);
}

void TrustPage::forget()
{
    empty(m_rows);
    m_offer->hide();
    empty(m_offerRows);
    m_authority->clear();
    m_told->clear();
}

void TrustPage::focusContent()
{
    m_import->setFocus();
}

void TrustPage::reload()
{
    empty(m_rows);
    Verification &verification = session().documents().verification();
    const QList<AnchorFacts> anchors = verification.anchors();
    int number = 0;
    for (const AnchorFacts &anchor : anchors)
        m_rows->addWidget(anchorRow(anchor, QStringLiteral("trust.anchor%1").arg(number++), !anchor.shipped));
    if (anchors.isEmpty()) {
        QLabel *none = theme().label(tr("None yet. Carriel ships none until it has the certificates of the accredited "
                                        "authorities from ONAC. Until then nobody's "
                                        "name can be confirmed unless you import an authority."),
                                     TypeRole::Strong, this);
        none->setObjectName(QStringLiteral("trust.none"));
        m_rows->addWidget(none);
    }
    m_online->setChecked(verification.onlineAllowed());
    if (!m_authority->hasFocus())
        m_authority->setText(session().documents().signing().timestampAuthority().toString());
}

QWidget *TrustPage::anchorRow(const AnchorFacts &anchor, const QString &name, bool removable)
{
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::s);
    const CertificateFacts &certificate = anchor.certificate;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool ended = certificate.notAfterUtc < now || (anchor.untilUtc.isValid() && anchor.untilUtc < now);
    const bool soon = !ended && certificate.notAfterUtc < now.addDays(text::anchorDaysAhead);
    auto *mark = new QLabel(row);
    mark->setPixmap(theme()
                        .icon(QStringLiteral("landmark"), ended          ? Role::Danger
                                                          : soon         ? Role::Warning
                                                          : anchor.known ? Role::Success
                                                                         : Role::TextMuted)
                        .pixmap(space::icon, space::icon));
    across->addWidget(mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    QLabel *head = theme().label(text::neutral(certificate.name), TypeRole::Strong, row);
    head->setObjectName(name + QLatin1String(".name"));
    column->addWidget(head);
    QLabel *words = theme().label(text::anchorWords(anchor, now), TypeRole::Body, row);
    words->setObjectName(name + QLatin1String(".words"));
    column->addWidget(words);
    QLabel *print = theme().label(QStringLiteral("SHA-256 %1").arg(QString::fromLatin1(certificate.sha256.toHex(' '))),
                                  TypeRole::Small, row, Role::TextMuted);
    print->setObjectName(name + QLatin1String(".print"));
    print->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(print);
    auto *bar = new QWidget(row);
    auto *flow = new FlowLayout(bar, space::xs);
    const auto button = [&](const QString &said, const char *id, auto act) {
        auto *made = new QPushButton(said, bar);
        made->setObjectName(name + QLatin1Char('.') + QLatin1String(id));
        made->setAccessibleName(QStringLiteral("%1: %2").arg(said, text::neutral(certificate.name)));
        setVariant(made, Variant::Quiet);
        connect(made, &QPushButton::clicked, this, act);
        flow->addWidget(made);
    };
    button(tr("Certificate…"), "certificate", [this, der = certificate.der] {
        host().open(QStringLiteral("certificate"), {{QStringLiteral("der"), der}});
    });
    if (removable) {
        button(tr("Trust it no longer…"), "remove", [this, certificate] { askToLeave(certificate); });
    }
    column->addWidget(bar);
    across->addLayout(column, 1);
    return row;
}

// What it confirmed loses its name everywhere, so it is asked.
void TrustPage::askToLeave(const CertificateFacts &certificate)
{
    m_leaving = certificate.sha256;
    m_told->say(
        Callout::Kind::Warning, tr("Trust %1 no longer?").arg(text::neutral(certificate.name)),
        tr("Of signatures that only it confirms, nobody will tell you who made them. You can import it again."));
    m_told->setAction(tr("Trust it no longer"));
    if (auto *yes = m_told->findChild<QPushButton *>())
        yes->setFocus();
    QTimer::singleShot(0, m_told, [this] { findChild<ContentColumn *>()->ensureWidgetVisible(m_told); });
}

void TrustPage::leave()
{
    m_told->clear();
    session()
        .documents()
        .verification()
        .distrust(std::exchange(m_leaving, {}))
        .then(this, [this](const Outcome &outcome) {
            if (outcome.ok())
                m_told->say(Callout::Kind::Success, tr("Done. Your documents are being looked at again."));
            else
                host().showError(outcome.error());
            reload();
            focusContent();
        });
}

void TrustPage::choose(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Choose a folder with certificates") : tr("Choose a certificate"));
    dialog->setObjectName(QStringLiteral("trust.dialog"));
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!folder)
        dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der *.crl)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &TrustPage::look);
    dialog->open();
}

void TrustPage::look(const QString &path)
{
    m_told->clear();
    session().documents().verification().readAnchors(path).then(this,
                                                                [this, path](const Result<QList<AnchorFacts>> &found) {
                                                                    if (found.ok())
                                                                        offer(path, found.value());
                                                                    else
                                                                        m_told->say(found.error());
                                                                });
}

void TrustPage::offer(const QString &path, const QList<AnchorFacts> &found)
{
    empty(m_offerRows);
    m_path = path;
    m_offered.clear();
    int number = 0;
    m_listSigner.clear();
    QString list; // of one folder there is one
    for (const AnchorFacts &anchor : found) {
        if (anchor.known)
            continue;
        m_offered << anchor.certificate.sha256;
        if (text::listMayAccredit(anchor))
            m_listSigner = anchor.listSigner->sha256;
        if (list.isEmpty())
            list = text::listWords(anchor);
        m_offerRows->addWidget(anchorRow(anchor, QStringLiteral("trust.offer%1").arg(number++), false));
    }
    if (m_offered.isEmpty() && !found.isEmpty()) {
        // Lists of revoked ones that come along say more than was known.
        session().documents().verification().trust(path, {}).then(this, [this](const Outcome &outcome) {
            if (!outcome.ok())
                return m_told->say(outcome.error());
            m_told->say(Callout::Kind::Info, tr("You trust all of them already"),
                        tr("If there are lists of revoked certificates among them, they are kept and used."));
        });
        return;
    }
    m_offerWords->setText(m_offered.isEmpty()
                              ? tr("There is no certificate in it, but lists of revoked ones. They are kept and used.")
                              : tr("Whoever holds such a key can confirm any name to you. Compare the fingerprint with "
                                   "the one that the authority "
                                   "publishes before you go on."));
    m_accredited->setChecked(false); // anybody can write such a list
    m_accredited->setVisible(!m_listSigner.isEmpty());
    m_listWords->setText(list);
    m_listWords->setVisible(!list.isEmpty());
    m_offer->show();
}

void TrustPage::accept()
{
    m_told->clear();
    session().documents().verification().trust(m_path, m_offered, m_accredited->isChecked() ? m_listSigner : QByteArray()).then(this, [this](const Outcome &outcome) {
        m_offer->hide();
        if (outcome.ok())
            m_told->say(Callout::Kind::Success, tr("Done. Your documents are being looked at again."));
        else
            m_told->say(outcome.error());
        reload();
    });
}

void TrustPage::saveAuthority()
{
    const QString typed = m_authority->text().trimmed();
    const QUrl url(typed, QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    m_told->clear();
    if (!typed.isEmpty() && (!http || url.host().isEmpty())) {
        m_told->say(Callout::Kind::Warning, tr("This is no address"),
                    tr("It begins with http:// or https://. Nothing was saved."));
        m_authority->setFocus();
        return;
    }
    session()
        .documents()
        .signing()
        .setTimestampAuthority(typed.isEmpty() ? QUrl() : url)
        .then(this, [this](const Outcome &outcome) {
            outcome.ok() ? host().say(tr("Saved.")) : host().showError(outcome.error());
        });
}

} // namespace carriel::ui
