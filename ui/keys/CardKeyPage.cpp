// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/keys/KeyPage.h"
#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/SecretField.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {

// Where the makers of the cards used in Colombia and their neighbours put their drivers.
QStringList knownDrivers()
{
    QStringList found;
    for (const char *folder : {"/usr/lib/x86_64-linux-gnu/", "/usr/lib/aarch64-linux-gnu/", "/usr/lib/", "/usr/lib64/",
                               "/usr/local/lib/", "/usr/lib/softhsm/"}) {
        for (const char *name :
             {"opensc-pkcs11.so", "libeTPkcs11.so", "libeToken.so", "libIDPrimePKCS11.so", "libbit4xpki.so",
              "libbit4ipki.so", "libASEP11.so", "libcastle.so.1.0.0", "libepsng_p11.so", "libsofthsm2.so"}) {
            const QString path = QString::fromLatin1(folder) + QString::fromLatin1(name);
            if (QFileInfo(path).isFile())
                found << path;
        }
    }
    return found;
}

} // namespace

CardKeyPage::CardKeyPage(const PageContext &context, QWidget *parent) : KeyPage(parent), m_context(context)
{
    setObjectName(QStringLiteral("sign.card"));
    const Theme &theme = context.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    m_driver = new QComboBox(this);
    m_driver->setObjectName(QStringLiteral("sign.driver"));
    m_driver->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_look = new QPushButton(tr("Look for cards"), this);
    m_look->setObjectName(QStringLiteral("sign.lookForCards"));
    row->addWidget(m_driver, 1);
    row->addWidget(m_look);
    column->addWidget(caption(theme, tr("Driver of the card or token"), m_driver));
    column->addLayout(row);
    m_told = new Callout(theme, QStringLiteral("sign.cardTold"), this);
    column->addWidget(m_told);
    m_keys = new QWidget(this);
    auto *inner = new QVBoxLayout(m_keys);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::s);
    m_key = new QComboBox(m_keys);
    m_key->setObjectName(QStringLiteral("sign.cardKey"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    inner->addWidget(caption(theme, tr("Certificate on the card"), m_key));
    inner->addWidget(m_key);
    m_state = new Callout(theme, QStringLiteral("sign.cardState"), m_keys);
    inner->addWidget(m_state);
    m_pin = new SecretField(theme, tr("PIN of the card"), QStringLiteral("sign.pin"), m_keys);
    inner->addWidget(m_pin);
    m_open = new QPushButton(tr("Open the key"), m_keys);
    m_open->setObjectName(QStringLiteral("sign.openCard"));
    inner->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_keys);
    column->addStretch(1);
    fillDrivers();
    connect(m_driver, &QComboBox::activated, this, [this] {
        if (m_driver->currentData().toString() == QLatin1String("?"))
            chooseDriver();
        else
            forget();
    });
    connect(m_look, &QPushButton::clicked, this, &CardKeyPage::look);
    connect(m_key, &QComboBox::currentIndexChanged, this, [this] {
        m_lastTry = false;
        follow();
    });
    connect(m_state, &Callout::action, this, [this] {
        m_lastTry = true; // the person is sure of it
        follow();
        m_pin->setFocus();
    });
    connect(m_open, &QPushButton::clicked, this, &KeyPage::wanted);
    connect(m_pin, &SecretField::entered, this, &KeyPage::wanted);
    setFocusProxy(m_look);
    forget();
}

void CardKeyPage::fillDrivers()
{
    m_driver->clear();
    m_driver->addItem(tr("All that this computer knows"), QString());
    for (const QString &path : knownDrivers())
        m_driver->addItem(QFileInfo(path).fileName(), path);
    m_driver->addItem(tr("Another file…"), QStringLiteral("?"));
}

void CardKeyPage::setDriver(const QString &path)
{
    int at = m_driver->findData(path);
    if (at < 0) {
        at = m_driver->count() - 1;
        m_driver->insertItem(at, QFileInfo(path).fileName(), path);
        m_driver->setItemData(at, path, Qt::ToolTipRole);
    }
    m_driver->setCurrentIndex(at);
    forget();
}

void CardKeyPage::chooseDriver()
{
    m_driver->setCurrentIndex(0);
    auto *dialog = new QFileDialog(this, tr("Choose the driver that came with your card"));
    dialog->setObjectName(QStringLiteral("sign.driverDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Drivers (*.so *.so.* *.dll *.dylib)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CardKeyPage::setDriver);
    dialog->open();
}

void CardKeyPage::enter()
{
    if (const QString known = m_context.session.documents().signing().cardDriver();
        !known.isEmpty() && m_driver->currentIndex() == 0 && QFileInfo(known).isFile())
        setDriver(known);
    if (!m_looked)
        look();
}

void CardKeyPage::look()
{
    forget();
    m_looked = true;
    m_look->setEnabled(false);
    m_told->say(Callout::Kind::Info, tr("Looking for cards…"));
    m_context.session.documents()
        .signing()
        .cards(m_driver->currentData().toString())
        .then(this, [this, turn = m_turn](const Result<CardListing> &found) {
            if (turn == m_turn)
                listed(found);
        });
}

void CardKeyPage::listed(const Result<CardListing> &found)
{
    m_look->setEnabled(true);
    if (!found.ok())
        return m_told->say(found.error());
    m_found = found.value();
    if (m_found.cards.isEmpty())
        return m_told->say(Callout::Kind::Info, tr("No card was found"),
                           tr("Put it into its reader and look again. If it is there, install the driver that came "
                              "with it, or choose its file."));
    m_told->clear();
    for (const CardKey &key : std::as_const(m_found.keys))
        m_key->addItem(tr("%1, issued by %2, until %3 (card “%4”)")
                           .arg(text::neutral(key.certificate.name), text::issuerName(key.certificate),
                                text::date(key.certificate.notAfterUtc.toLocalTime().date()), text::neutral(key.card)),
                       key.place);
    // A card that shows nothing before its PIN.
    for (const Card &card : std::as_const(m_found.cards)) {
        const bool shows = std::any_of(m_found.keys.begin(), m_found.keys.end(),
                                       [&card](const CardKey &key) { return key.card == card.label; });
        if (!shows)
            m_key->addItem(tr("Card “%1”: it shows its certificate after the PIN").arg(text::neutral(card.label)),
                           card.place);
    }
    m_keys->show();
    follow();
    m_key->count() > 1 ? m_key->setFocus() : m_pin->setFocus();
}

const Card *CardKeyPage::cardOf(int row) const
{
    if (row < 0)
        return nullptr;
    const QString place = m_key->itemData(row).toString();
    QString label;
    for (const CardKey &key : m_found.keys) {
        if (key.place == place)
            label = key.card;
    }
    for (const Card &card : m_found.cards) {
        if (card.place == place || (!label.isEmpty() && card.label == label))
            return &card;
    }
    return nullptr;
}

void CardKeyPage::follow()
{
    const Card *card = cardOf(m_key->currentIndex());
    m_state->clear();
    m_state->setAction({});
    if (!card)
        return;
    const bool warned = card->lastTry && !m_lastTry;
    m_pin->setVisible(!card->locked && !card->pad && !warned);
    m_open->setVisible(!card->locked && !warned);
    m_open->setText(card->pad ? tr("Type the PIN on the reader…") : tr("Open the key"));
    if (card->locked) {
        m_state->say(Callout::Kind::Danger, tr("The PIN of this card is locked"),
                     tr("It was typed wrong too often. Unlock it with its PUK, or ask whoever issued it."));
    } else if (warned) {
        m_state->say(Callout::Kind::Warning, tr("One more wrong PIN locks this card"),
                     tr("Type it only if you are sure. Whoever issued the card can unlock it."));
        m_state->setAction(tr("I am sure of my PIN"));
    } else if (card->pad) {
        m_state->say(Callout::Kind::Info, tr("This reader asks for the PIN itself"),
                     tr("Press the button, and type it on the reader within three minutes."));
    }
}

std::optional<IdentityRequest> CardKeyPage::request()
{
    const Card *card = cardOf(m_key->currentIndex());
    if (!card || card->locked || (card->lastTry && !m_lastTry))
        return std::nullopt;
    if (!card->pad && m_pin->isEmpty()) {
        m_pin->setFocus();
        return std::nullopt;
    }
    IdentityRequest request;
    request.kind = QStringLiteral("card");
    request.place = m_key->currentData().toString();
    request.lastTry = m_lastTry;
    request.pad = card->pad;
    request.secret = m_pin->take();
    return request;
}

void CardKeyPage::setBusy(bool busy)
{
    m_open->setEnabled(!busy);
    m_look->setEnabled(!busy);
}

void CardKeyPage::wasRefused(const Error &error)
{
    const QString code = error.codeText();
    for (Card &card : m_found.cards) {
        if (&card != cardOf(m_key->currentIndex()))
            continue;
        card.lastTry |= error.params.value(QStringLiteral("triesLeft")).toString() == QLatin1String("1") ||
                        code == QLatin1String("CAR-SGN-022");
        card.locked |= code == QLatin1String("CAR-SGN-009");
    }
    m_lastTry = false;
    follow();
    if (m_pin->isVisible())
        m_pin->setFocus();
}

void CardKeyPage::forget()
{
    ++m_turn;
    m_looked = false;
    m_lastTry = false;
    m_found = {};
    m_key->clear();
    m_pin->clear();
    m_keys->hide();
    m_told->clear();
    m_state->clear();
    m_look->setEnabled(true);
}

} // namespace carriel::ui
