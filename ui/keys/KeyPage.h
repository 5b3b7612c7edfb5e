// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One way to reach a key: what is asked before it can be opened. The chooser opens it and says how that went.
// Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace carriel::ui {

class Callout;
class SecretField;

class KeyPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    // Nothing: something is missing, and its field has the focus.
    virtual std::optional<IdentityRequest> request() = 0;
    virtual void setBusy(bool busy) = 0;
    virtual void wasRefused(const Error &error) = 0; // beside what the chooser says
    virtual void forget() = 0;
    virtual void enter() {} // it is shown now

Q_SIGNALS:
    void wanted(); // the person pressed the button that opens

protected:
    // The words above a field, which are its name too.
    static QLabel *caption(const Theme &theme, const QString &words, QWidget *field);
};

// A file with key and certificate (PKCS #12).
class FileKeyPage final : public KeyPage
{
    Q_OBJECT
public:
    FileKeyPage(const PageContext &context, QWidget *parent);
    std::optional<IdentityRequest> request() override;
    void setBusy(bool busy) override;
    void wasRefused(const Error &error) override;
    void forget() override;
    void enter() override;

private:
    void choose();
    PageContext m_context;
    QLineEdit *m_file;
    SecretField *m_secret;
    QPushButton *m_open;
};

// A card or token (PKCS #11): its driver, the card, the certificate on it, its PIN. What the card says of its PIN is
// told before anybody types it.
class CardKeyPage final : public KeyPage
{
    Q_OBJECT
public:
    CardKeyPage(const PageContext &context, QWidget *parent);
    std::optional<IdentityRequest> request() override;
    void setBusy(bool busy) override;
    void wasRefused(const Error &error) override;
    void forget() override;
    void enter() override;

    void setDriver(const QString &path); // a file of a driver; empty: all that this system knows

private:
    void fillDrivers();
    void chooseDriver();
    void look();
    void listed(const Result<CardListing> &found);
    void follow(); // what the chosen certificate and its card allow
    const Card *cardOf(int row) const;

    PageContext m_context;
    CardListing m_found;
    bool m_looked = false;
    bool m_lastTry = false; // the person was warned
    int m_turn = 0;
    QComboBox *m_driver;
    QPushButton *m_look;
    Callout *m_told;
    QWidget *m_keys;
    QComboBox *m_key;
    Callout *m_state; // of the card's PIN
    SecretField *m_pin;
    QPushButton *m_open;
};

// A key at a signing service (CSC API 2): a login in the browser shows what lies there.
class RemoteKeyPage final : public KeyPage
{
    Q_OBJECT
public:
    RemoteKeyPage(const PageContext &context, QWidget *parent);
    std::optional<IdentityRequest> request() override;
    void setBusy(bool busy) override;
    void wasRefused(const Error &error) override;
    void forget() override;
    void enter() override;

private:
    void login();
    void notWaiting();
    void listed(const Result<QList<RemoteKeyFact>> &found);

    PageContext m_context;
    int m_turn = 0;
    QLineEdit *m_address;
    QPushButton *m_login;
    Callout *m_told;
    QWidget *m_keys;
    QComboBox *m_key;
    QPushButton *m_open;
};

} // namespace carriel::ui
