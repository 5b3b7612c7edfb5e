// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the key that a command line names: asks for its PIN, says what a card is doing, lets the person choose among
// several.
#pragma once

#include "app/commands/Console.h"
#include "core/signing/TokenKey.h"

namespace carriel::commands {

struct KeyRequest
{
    QString key;    // p12:FILE with an absolute path, or pkcs11:URI
    QString pinEnv; // the name of a variable; empty: the person is asked
    bool lastTry = false;
};

class SigningKeys
{
public:
    using Done = std::function<void(Result<std::shared_ptr<signing::KeySource>>)>;
    SigningKeys(Console &console, KeyRequest request) : m_console(console), m_request(std::move(request)) {}
    // usage for what is no key at all.
    Outcome check() const;
    // Answers once; this object must live until then, and as long as the key.
    void open(Done done);

private:
    void withPin(std::function<void(Result<SecretBytes>)> next);
    void openFile(const QString &path, Done done);
    void openToken(Done done);
    void choose(const signing::TokenListing &listing, signing::TokenOptions options, Done done);
    void enter(const signing::TokenListing &listing, signing::TokenOptions options, Done done);
    void say(const QString &text);

    Console &m_console;
    KeyRequest m_request;
};

} // namespace carriel::commands
