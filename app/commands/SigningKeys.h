// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the key that a command line names: asks for its PIN, says what a card is doing, lets the person choose among
// several.
#pragma once

#include "app/commands/Browser.h"
#include "app/commands/Console.h"
#include "app/commands/NetworkDoor.h"
#include "core/signing/RemoteKey.h"
#include "core/signing/TokenKey.h"

namespace carriel::commands {

struct KeyRequest
{
    QString key;    // p12:FILE with an absolute path, pkcs11:URI, or remote
    QString pinEnv; // the name of a variable; empty: the person is asked
    bool lastTry = false;
    QUrl service;       // of a remote key
    QString credential; // there; empty: the only one, or the person chooses
};

class SigningKeys
{
public:
    using Done = std::function<void(Result<std::shared_ptr<signing::KeySource>>)>;
    SigningKeys(Console &console, Browser &browser, KeyRequest request)
        : m_console(console), m_browser(browser), m_request(std::move(request))
    {
    }
    // usage for what is no key at all.
    Outcome check() const;
    // Answers once; this object must live until then, and as long as the key.
    void open(Done done);
    // After that: how many documents the person allows at once, and as many keys for documents signed side by side.
    int together() const;
    QList<std::shared_ptr<signing::KeySource>> keys(int count) const;

private:
    void withPin(std::function<void(Result<SecretBytes>)> next);
    void openFile(const QString &path, Done done);
    void openToken(Done done);
    void openRemote(const Done &done);
    void chooseRemote(const std::shared_ptr<signing::RemoteService> &service, const Done &done);
    void choose(const signing::TokenListing &listing, signing::TokenOptions options, Done done);
    void enter(const signing::TokenListing &listing, signing::TokenOptions options, Done done);
    void say(const QString &text);

    Console &m_console;
    Browser &m_browser;
    NetworkDoor m_door;
    KeyRequest m_request;
    std::shared_ptr<signing::KeySource> m_key;
    std::shared_ptr<signing::RemoteService> m_remote; // and the key there
    QString m_remoteKey;
};

} // namespace carriel::commands
