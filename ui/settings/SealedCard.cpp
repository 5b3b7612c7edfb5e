// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SealedCard.h"

#include "core/services/Documents.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/SecretField.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui::settings {

namespace {
constexpr int between = 1000; // ms from one look for the keys to the next
}

SealedCard::SealedCard(const PageContext &context, Card *card) : QObject(card), m_context(context), m_card(card)
{
    m_problem = new Callout(theme(), QStringLiteral("settings.sealed.problem"), card);
    card->column()->addWidget(m_problem);
    m_again.setInterval(between);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SealedCard::waitForKeys);
}

SealedDocuments &SealedCard::sealed() const
{
    return SealedDocuments::of(session().documents());
}

void SealedCard::begin()
{
    if (m_again.isActive())
        return; // the keys are awaited: coming back to the page changes nothing
    m_problem->clear();
    freshPanel();
    read();
}

void SealedCard::forget()
{
    ++m_turn;
    m_again.stop();
    m_problem->clear();
    freshPanel();
}

QBoxLayout *SealedCard::freshPanel()
{
    if (m_panel) {
        m_panel->hide();
        m_panel->deleteLater(); // it may be one of its buttons that asked for this
    }
    m_panel = new QWidget(m_card);
    m_panel->setObjectName(QStringLiteral("settings.sealed.panel"));
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_card->column()->insertWidget(m_card->column()->indexOf(m_problem), m_panel);
    return column;
}

QLabel *SealedCard::say(const QString &words, const char *name)
{
    QLabel *label = theme().label(words, TypeRole::Body, m_panel);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    m_panel->layout()->addWidget(label);
    return label;
}

QPushButton *SealedCard::button(const QString &words, const char *name, QBoxLayout *into)
{
    auto *out = new QPushButton(words, m_panel);
    out->setObjectName(QLatin1String(name));
    into->addWidget(out, 0, Qt::AlignLeft);
    return out;
}

void SealedCard::read()
{
    if (!session().account().loggedIn)
        return;
    const int turn = ++m_turn;
    sealed().refreshKeys().then(this, [this, turn](const Result<KeysStanding> &standing) {
        if (turn != m_turn)
            return;
        if (!standing.ok())
            return m_problem->say(standing.error());
        session().devices().then(this, [this, turn, standing = standing.value()](const Result<QList<DeviceInfo>> &devices) {
            if (turn != m_turn)
                return;
            QList<DeviceInfo> others;
            for (const DeviceInfo &device : devices.valueOr({})) {
                if (!device.thisOne && !device.revokedUtc.isValid())
                    others << device;
            }
            showStanding(standing, others);
        });
    });
}

void SealedCard::showStanding(KeysStanding standing, const QList<DeviceInfo> &others)
{
    switch (standing) {
    case KeysStanding::Ready:
        return showReady(others);
    case KeysStanding::Waiting:
    case KeysStanding::StartedOver:
        return showWaiting(standing);
    case KeysStanding::Altered:
        freshPanel();
        m_problem->say(Callout::Kind::Danger, tr("Your operator names another key than the one of this computer."),
                       tr("Nothing new is sealed here and no other computer is given the key until that is explained. What you "
                          "sealed before still opens. Ask your operator."));
        return;
    case KeysStanding::Unsupported:
        freshPanel();
        say(tr("Your operator keeps no keys for this, so documents cannot be sealed."), "settings.sealed.words");
    }
}

void SealedCard::showReady(const QList<DeviceInfo> &others)
{
    QBoxLayout *column = freshPanel();
    say(tr("This computer has your key: what is sealed opens here."), "settings.sealed.words");
    int number = 0;
    for (const DeviceInfo &other : others) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::m);
        QLabel *name = theme().label(other.name, TypeRole::Body, m_panel);
        name->setWordWrap(true);
        row->addWidget(name, 1);
        QPushButton *let = button(tr("Give it the key"), qPrintable(QStringLiteral("settings.sealed.allow%1").arg(number++)), row);
        let->setAccessibleName(tr("Give the key to %1").arg(other.name));
        connect(let, &QPushButton::clicked, this, [this, other] { allow(other); });
        column->addLayout(row);
    }
}

void SealedCard::showWaiting(KeysStanding standing)
{
    QBoxLayout *column = freshPanel();
    say(standing == KeysStanding::Waiting
            ? tr("This computer does not have your key. Sealed documents are listed without their names and do not open until another of "
                 "your computers gives it.")
            : tr("Another of your computers made a new key, without the one of this computer. If that was you, get the new key from it. If "
                 "it was not you, somebody who can log in as you did it: remove that computer above."),
        "settings.sealed.words");
    QPushButton *ask = button(tr("Get the key from another computer"), "settings.sealed.pair", column);
    setVariant(ask, Variant::Primary);
    connect(ask, &QPushButton::clicked, this, &SealedCard::pair);
    connect(button(tr("Use the recovery code of another computer"), "settings.sealed.code", column), &QPushButton::clicked, this,
            &SealedCard::askForCode);
    connect(button(tr("I have none of them any more"), "settings.sealed.lost", column), &QPushButton::clicked, this,
            &SealedCard::askToStartOver);
}

void SealedCard::askForCode()
{
    m_problem->clear();
    QBoxLayout *column = freshPanel();
    auto *code = new SecretField(theme(), tr("Recovery code of a computer that has the key"), QStringLiteral("settings.sealed.codeField"), m_panel);
    column->addWidget(code);
    auto *row = new QHBoxLayout;
    QPushButton *use = button(tr("Use this code"), "settings.sealed.useCode", row);
    setVariant(use, Variant::Primary);
    connect(button(tr("Cancel"), "settings.sealed.cancel", row), &QPushButton::clicked, this, &SealedCard::begin);
    row->addStretch(1);
    column->addLayout(row);
    connect(code, &SecretField::entered, use, &QPushButton::click);
    connect(use, &QPushButton::clicked, this, [this, code, use] {
        use->setEnabled(false);
        const SecretBytes typed = code->take();
        sealed().recoverKeys(QString::fromUtf8(typed.view().data(), typed.view().size()))
            .then(this, [this, use = QPointer(use)](const Outcome &found) {
                if (use)
                    use->setEnabled(true);
                if (!found.ok())
                    return m_problem->say(found.error());
                begin();
                m_problem->say(Callout::Kind::Success, tr("Sealed documents open on this computer now."));
            });
    });
    code->edit()->setFocus();
}

void SealedCard::askToStartOver()
{
    m_problem->clear();
    QBoxLayout *column = freshPanel();
    say(tr("Without a computer or a recovery code that has your key, nobody can open what was sealed with it: not your operator, and not "
           "this program. Those documents stay in your folder, closed, until you delete them. A new key is for what you seal from now on. "
           "Your other computers are told."),
        "settings.sealed.words");
    auto *row = new QHBoxLayout;
    QPushButton *make = button(tr("Give them up and make a new key"), "settings.sealed.startOver", row);
    setVariant(make, Variant::Danger);
    make->setAutoDefault(false);
    connect(button(tr("Cancel"), "settings.sealed.cancel", row), &QPushButton::clicked, this, &SealedCard::begin);
    row->addStretch(1);
    column->addLayout(row);
    connect(make, &QPushButton::clicked, this, [this, make] {
        make->setEnabled(false);
        sealed().startOver().then(this, [this](const Outcome &made) {
            begin();
            if (made.ok())
                m_problem->say(Callout::Kind::Success, tr("There is a new key."), tr("What you seal from now on opens on this computer."));
            else
                m_problem->say(made.error());
        });
    });
}

void SealedCard::pair()
{
    showMeeting(tr("On a computer that has your key, open Settings › Operator › Sealed documents and press “Give it the key” beside the "
                   "name of this computer. Waiting for it…"));
    const int turn = m_turn;
    sealed().beMet().then(this, [this, turn](const Result<QString> &digits) {
        if (turn != m_turn)
            return;
        if (!digits.ok()) {
            begin();
            return m_problem->say(digits.error());
        }
        showDigits(digits.value(), [this] {
            sealed().confirm().then(this, [this](const Outcome &) { waitForKeys(); });
            showMeeting(tr("Now say on the other computer that the digits are the same. Waiting for the key…"));
        });
    });
}

void SealedCard::allow(const DeviceInfo &other)
{
    showMeeting(tr("On “%1”, open Settings › Operator › Sealed documents and press “Get the key from another computer”. Waiting for it…").arg(other.name));
    const int turn = m_turn;
    sealed().meet(other.id).then(this, [this, turn, name = other.name](const Result<QString> &digits) {
        if (turn != m_turn)
            return;
        if (!digits.ok()) {
            begin();
            return m_problem->say(digits.error());
        }
        showDigits(digits.value(), [this, name] {
            sealed().allow().then(this, [this, name](const Outcome &allowed) {
                begin();
                if (allowed.ok())
                    m_problem->say(Callout::Kind::Success, tr("“%1” has your key now.").arg(name),
                                   tr("Say there, too, that the digits are the same."));
                else
                    m_problem->say(allowed.error());
            });
        });
    });
}

void SealedCard::showMeeting(const QString &words)
{
    ++m_turn;
    m_problem->clear();
    QBoxLayout *column = freshPanel();
    say(words, "settings.sealed.words");
    connect(button(tr("Cancel"), "settings.sealed.cancel", column), &QPushButton::clicked, this, &SealedCard::stop);
}

void SealedCard::showDigits(const QString &digits, std::function<void()> same)
{
    QBoxLayout *column = freshPanel();
    say(tr("Both computers must show the same six digits. Compare them with your own eyes: if they differ, somebody stands between the two."),
        "settings.sealed.words");
    QLabel *shown = theme().label(QString(digits.left(3) + QChar(QChar::Nbsp) + digits.mid(3)), TypeRole::Heading, m_panel);
    shown->setObjectName(QStringLiteral("settings.sealed.digits"));
    QString spelled; // one by one: nobody compares a number of hundreds of thousands
    for (const QChar digit : digits)
        spelled += QString(digit) + u' ';
    shown->setAccessibleName(spelled.trimmed());
    column->addWidget(shown);
    auto *row = new QHBoxLayout;
    QPushButton *yes = button(tr("They are the same"), "settings.sealed.same", row);
    QPushButton *no = button(tr("They differ"), "settings.sealed.differ", row);
    yes->setAutoDefault(false);
    row->addStretch(1);
    column->addLayout(row);
    connect(yes, &QPushButton::clicked, this, [yes, no, same] {
        yes->setEnabled(false);
        no->setEnabled(false);
        same();
    });
    connect(no, &QPushButton::clicked, this, [this] {
        stop();
        m_problem->say(Callout::Kind::Warning, tr("No key was given."),
                       tr("Begin again on both computers. If the digits differ again, do not go on: use the recovery code."));
    });
}

void SealedCard::waitForKeys()
{
    const int turn = m_turn;
    sealed().refreshKeys().then(this, [this, turn](const Result<KeysStanding> &standing) {
        if (turn != m_turn)
            return;
        if (!standing.ok() || standing.value() == KeysStanding::Waiting || standing.value() == KeysStanding::StartedOver)
            return m_again.start();
        begin();
        if (standing.value() == KeysStanding::Ready)
            m_problem->say(Callout::Kind::Success, tr("Sealed documents open on this computer now."));
    });
}

void SealedCard::stop()
{
    ++m_turn;
    m_again.stop();
    sealed().stopMeeting().then(this, [](const Outcome &) {});
    begin();
}

} // namespace carriel::ui::settings
