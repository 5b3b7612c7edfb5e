// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents signed side by side by a key that asks its person each time: it is asked once for all of them.
// Thread: that of the key.
#pragma once

#include "core/signing/KeySource.h"

namespace carriel::signing {

class SignTogether
{
public:
    using Values = std::function<void(Result<QByteArrayList>)>;
    // Signs all or none; as many values, in the same order.
    using Ask = std::function<void(const QByteArrayList &toBeSigned, Values done)>;

    // One key for each document. `ask` is called when every key was told to sign or is gone (its document failed
    // before), and again for those that have to sign a second time.
    static QList<std::shared_ptr<KeySource>> keys(int count, crypto::Certificate certificate,
                                                  QList<crypto::Certificate> chain, Ask ask);
};

} // namespace carriel::signing
