// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/VerificationView.h"

#include "core/services/SignedThen.h"
#include "ui/models/RowWords.h"
#include "ui/text/FindingWords.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/PasswordAsk.h"

#include <QAccessible>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

StatusMark markOf(text::Weight weight)
{
    switch (weight) {
    case text::Weight::Good:
        return {QStringLiteral("circle-check"), Role::Success};
    case text::Weight::Doubt:
        return {QStringLiteral("circle-help"), Role::Warning};
    case text::Weight::Bad:
        return {QStringLiteral("circle-x"), Role::Danger};
    case text::Weight::Plain:
        break;
    }
    return {QStringLiteral("info"), Role::TextMuted};
}

// What an icon says, for who does not see it.
QString weightWords(text::Weight weight)
{
    switch (weight) {
    case text::Weight::Good:
        return VerificationView::tr("good");
    case text::Weight::Doubt:
        return VerificationView::tr("in doubt");
    case text::Weight::Bad:
        return VerificationView::tr("bad");
    case text::Weight::Plain:
        break;
    }
    return {};
}

QLabel *iconLabel(const Theme &theme, const StatusMark &mark, int size, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setPixmap(theme.icon(mark.icon, mark.role).pixmap(size, size));
    label->setFixedWidth(size);
    return label;
}

} // namespace

VerificationView::VerificationView(const QString &name, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_name(name), m_theme(theme)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    m_icon = new QLabel(this);
    m_icon->setFixedWidth(space::xxl);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    m_headline = theme.label({}, TypeRole::Title, this);
    m_headline->setObjectName(name + QLatin1String(".headline"));
    m_text = theme.label({}, TypeRole::Body, this);
    m_text->setObjectName(name + QLatin1String(".text"));
    m_when = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_when->setObjectName(name + QLatin1String(".when"));
    for (QLabel *label : {m_headline, m_text, m_when})
        words->addWidget(label);
    m_trust = new QPushButton(tr("Whom this computer trusts…"), this);
    m_trust->setObjectName(name + QLatin1String(".trust"));
    setVariant(m_trust, Variant::Quiet);
    words->addWidget(m_trust, 0, Qt::AlignLeft);
    connect(m_trust, &QPushButton::clicked, this, &VerificationView::trustWanted);
    m_network = new QPushButton(tr("Allow asking over the network"), this);
    m_network->setObjectName(name + QLatin1String(".network"));
    m_network->setAccessibleDescription(
        tr("Carriel asks whoever issued the certificate whether it still holds. They learn "
           "that somebody looks at it, and not in which document. You can switch it off "
           "again in “Whom this computer trusts”."));
    m_network->setToolTip(m_network->accessibleDescription());
    words->addWidget(m_network, 0, Qt::AlignLeft);
    connect(m_network, &QPushButton::clicked, this, &VerificationView::networkWanted);
    m_password = new PasswordAsk(theme, name + QLatin1String(".password"), this);
    words->addWidget(m_password);
    head->addLayout(words, 1);
    column->addLayout(head);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(space::m);
    column->addLayout(m_cards);
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_file.verdict.isEmpty())
            show(CheckedFile(m_file));
    });
    forget();
}

int VerificationView::widestButton() const
{
    return m_icon->width() + space::m + qMax(m_trust->sizeHint().width(), m_network->sizeHint().width());
}

void VerificationView::clear()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a button of it may be what was pressed
        }
        delete item;
    }
}

void VerificationView::forget()
{
    clear();
    m_file = {};
    m_icon->clear();
    for (QLabel *label : {m_headline, m_text, m_when}) {
        label->clear();
        label->hide();
    }
    m_trust->hide();
    m_network->hide();
    m_password->forget();
}

void VerificationView::showWords(const QString &words)
{
    forget();
    m_text->setText(words);
    m_text->show();
}

void VerificationView::show(const CheckedFile &file)
{
    clear();
    m_file = file;
    const StatusMark mark = verdictMark(file.verdict);
    m_icon->setPixmap(m_theme.icon(mark.icon, mark.role).pixmap(space::xxl, space::xxl));
    const text::VerdictWords words = text::fileWords(file);
    m_headline->setText(words.headline);
    m_text->setText(words.text);
    QStringList when{tr("Looked at %1.").arg(text::dateTimeAtEnd(file.checkedUtc))};
    when << (file.online ? tr("The network may be asked about the certificates.") : tr("Without asking the network."));
    if (file.format == QLatin1String("cades") && !file.content.isEmpty())
        when.prepend(tr("It signs the file “%1”.").arg(text::neutral(file.content)));
    if (const QDateTime then = signedThen(file); then.isValid())
        when.insert(1, tr("What was signed is its version of %1; what it holds now is something else.")
                           .arg(text::dateTimeAtEnd(then)));
    const bool unknown = !file.signatures.isEmpty() && file.anchors == 0;
    if (unknown)
        when << tr("This computer trusts no authority yet, so no name can be confirmed.");
    if (file.online && file.moreToAsk)
        when << tr("Nobody answered for some certificate, or the place that it names is not a public one.");
    m_when->setText(when.join(QLatin1Char(' ')));
    for (QLabel *label : {m_headline, m_text, m_when})
        label->show();
    bool unknownSigner = unknown;
    bool open = false; // nobody said whether a certificate held
    int people = 0;
    for (const SignatureFacts &one : file.signatures) {
        people += one.timestamp ? 0 : 1;
        unknownSigner |= one.sub == QLatin1String("NO_CERTIFICATE_CHAIN_FOUND");
        open |= one.sub == QLatin1String("TRY_LATER");
    }
    m_network->setVisible(open && !file.online);
    m_trust->setVisible(unknownSigner);
    if (text::needsPassword(file))
        m_password->ask(m_keeps ? tr("It is kept with the document in your folder, encrypted like it, so that its signatures can be looked at again.")
                                : QString());
    else
        m_password->forget();
    int number = 0; // as the headline counts: people, without timestamps
    for (qsizetype i = 0; i < file.signatures.size(); ++i) {
        number += file.signatures.at(i).timestamp ? 0 : 1;
        m_cards->addWidget(signatureCard(file.signatures.at(i), int(i), people > 1 ? number : 0));
    }
    QAccessibleEvent told(m_headline, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

QWidget *VerificationView::signatureCard(const SignatureFacts &one, int at, int number)
{
    const QString name = QStringLiteral("%1.signature%2").arg(m_name).arg(at);
    auto *card = new Card(m_theme, name, this);
    QVBoxLayout *column = card->column();
    column->setSpacing(space::s);
    if (one.timestamp) {
        const text::VerdictWords words = text::verdictWords(one);
        column->addWidget(answerRow(
            {QStringLiteral("timestamp"), tr("Timestamp"), words.headline, words.text,
             one.indication == QLatin1String("TOTAL-PASSED") && one.after < QLatin1String("B5") ? text::Weight::Good
             : one.after >= QLatin1String("B5") || one.indication == QLatin1String("TOTAL-FAILED")
                 ? text::Weight::Bad
                 : text::Weight::Doubt},
            name, card));
    } else if (number > 0) {
        QLabel *title = m_theme.label(tr("Signature %1").arg(number), TypeRole::Strong, card);
        title->setObjectName(name + QLatin1String(".title"));
        column->addWidget(title);
    }
    const QList<text::Answer> answers = text::threeAnswers(one, m_file.online);
    for (const text::Answer &answer : answers)
        column->addWidget(answerRow(answer, name, card));
    if (!one.reason.isEmpty() || !one.place.isEmpty()) {
        QStringList said;
        if (!one.reason.isEmpty())
            said << tr("Reason: %1").arg(text::neutral(one.reason));
        if (!one.place.isEmpty())
            said << tr("Place: %1").arg(text::neutral(one.place));
        QLabel *label = m_theme.label(QString(tr("The signer wrote:") + u' ' + said.join(QStringLiteral(" · "))),
                                      TypeRole::Small, card, Role::TextMuted);
        label->setObjectName(name + QLatin1String(".said"));
        column->addWidget(label);
    }
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(space::xs);
    const auto button = [&](const QString &words, const char *id, const char *icon, auto act) {
        auto *made = new QPushButton(m_theme.icon(QString::fromLatin1(icon), Role::Link), words, card);
        made->setObjectName(name + QLatin1Char('.') + QLatin1String(id));
        setVariant(made, Variant::Quiet);
        connect(made, &QPushButton::clicked, this, act);
        buttons->addWidget(made, 0, Qt::AlignLeft);
    };
    if (!one.timestamp && one.signedVersionHolds() && one.covers < m_file.size)
        button(tr("See the signed version…"), "signed", "columns-2", [this, at] { Q_EMIT signedVersionWanted(at); });
    if (!one.path.isEmpty())
        button(tr("Certificate…"), "certificate", "award",
               [this, first = one.path.first()] { Q_EMIT certificateWanted(first); });
    column->addLayout(buttons);

    auto *fold = new QToolButton(card);
    fold->setObjectName(name + QLatin1String(".fold"));
    fold->setText(tr("Details for experts"));
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setIcon(m_theme.icon(QStringLiteral("chevron-right")));
    fold->setCheckable(true);
    fold->setAutoRaise(true);
    fold->setFocusPolicy(Qt::StrongFocus);
    fold->setMinimumHeight(space::target);
    QWidget *facts = expertFacts(one, name, card);
    facts->hide();
    connect(fold, &QToolButton::toggled, facts, [this, fold, facts](bool open) {
        fold->setIcon(m_theme.icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        facts->setVisible(open);
    });
    column->addWidget(fold, 0, Qt::AlignLeft);
    column->addWidget(facts);
    return card;
}

QWidget *VerificationView::answerRow(const text::Answer &answer, const QString &name, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::s);
    QLabel *icon = iconLabel(m_theme, markOf(answer.weight), space::icon, row);
    icon->setAccessibleName(weightWords(answer.weight));
    across->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const auto line = [&](const QString &text, TypeRole type, const char *part, Role role) {
        if (text.isEmpty())
            return;
        QLabel *label = m_theme.label(text, type, row, role);
        label->setObjectName(QStringLiteral("%1.%2.%3").arg(name, answer.id, QLatin1String(part)));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    };
    line(answer.question, TypeRole::Small, "question", Role::TextMuted);
    line(answer.headline, TypeRole::Strong, "headline", Role::Text);
    line(answer.text, TypeRole::Body, "text", Role::Text);
    across->addLayout(words, 1);
    return row;
}

QWidget *VerificationView::expertFacts(const SignatureFacts &one, const QString &name, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(space::icon + space::s, 0, 0, 0);
    column->setSpacing(space::xs);
    QStringList lines;
    lines << QStringLiteral("%1 %2 · %3").arg(one.indication, one.sub, one.after).simplified();
    if (!one.level.isEmpty())
        lines << text::levelWords(one.level);
    lines << tr("Field: %1").arg(text::neutral(one.field));
    if (one.covers > 0)
        lines << tr("Signed: the first %1 of %2 bytes").arg(text::count(one.covers), text::count(m_file.size));
    if (one.claimedUtc.isValid())
        lines << tr("Claimed time: %1").arg(one.claimedUtc.toUTC().toString(Qt::ISODate));
    if (one.certifiedUtc.isValid())
        lines << tr("Certified time: %1").arg(one.certifiedUtc.toUTC().toString(Qt::ISODate));
    QStringList path;
    for (const CertificateFacts &certificate : one.path)
        path << text::neutral(certificate.name);
    lines << tr("Path: %1").arg(path.join(QStringLiteral(" ← ")));
    for (const QString &finding : one.findings)
        lines << QString(QStringLiteral("✗ ") + text::findingWords(finding));
    for (const QString &note : one.notes)
        lines << QString(QStringLiteral("· ") + text::findingWords(note));
    lines << QStringLiteral("SHA-256 %1").arg(QString::fromLatin1(m_file.sha256.toHex(' ')));
    QLabel *label = m_theme.label(lines.join(QLatin1Char('\n')), TypeRole::Small, box, Role::TextMuted);
    label->setObjectName(name + QLatin1String(".facts"));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
    return box;
}

} // namespace carriel::ui
