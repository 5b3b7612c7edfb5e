// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ReceiptKey.h"

#include "app/commands/CommandErrors.h"

#include <QCoreApplication>
#include <cstdlib>

namespace carriel::commands {

Outcome checkReceiptKey(const QString &key)
{
    const bool file = key.startsWith(QLatin1String("p12:")) && key.size() > 4;
    const bool card = key.startsWith(QLatin1String("pkcs11:"));
    if (card && (key.contains(QLatin1String("pin-value=")) || key.contains(QLatin1String("pin-source="))))
        return Error{carriel::errors::pinInAddress, {}, {}}; // and not said again
    if (file || card)
        return {};
    return Error{carriel::errors::badWord,
                 {{QStringLiteral("what"), QString(QStringLiteral("--key ") + key.left(200))},
                  {QStringLiteral("usage"), QStringLiteral("open ID --yes-i-understand --key p12:FILE|pkcs11:URI")}},
                 {}};
}

void askReceiptPin(Console &console, const QString &pinEnv, std::function<void(Result<SecretBytes>)> next)
{
    if (!pinEnv.isEmpty()) {
        const char *value = std::getenv(pinEnv.toLocal8Bit().constData());
        return value ? next(SecretBytes::copyOf(QByteArrayView(value)))
                     : next(Error{carriel::errors::noVariable, {{QStringLiteral("name"), pinEnv}}, {}});
    }
    console.askPassphrase(QCoreApplication::translate("Commands", "Password or PIN of the key: "),
                          Console::Purpose::Pin, [next = std::move(next)](std::optional<SecretBytes> pin) {
                              if (!pin) // nobody there to ask, or nothing answered: no PIN was tried
                                  return next(Error{carriel::errors::optionNeeded,
                                                    {{QStringLiteral("what"), QStringLiteral("--pin-env")}},
                                                    {}});
                              next(std::move(*pin));
                          });
}

IdentityRequest receiptIdentity(const QString &key, SecretBytes secret)
{
    const bool file = key.startsWith(QLatin1String("p12:"));
    return {file ? QStringLiteral("p12") : QStringLiteral("card"), file ? key.mid(4) : key, std::move(secret)};
}

} // namespace carriel::commands
