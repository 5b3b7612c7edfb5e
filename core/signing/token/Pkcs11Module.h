// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A card's driver (OASIS PKCS #11 2.40), loaded while the program runs. It is somebody else's code, often closed: only
// the child process carriel-token loads one, so that a crash or an endless wait ends that child and nothing else.
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <p11-kit/pkcs11.h>

namespace carriel::signing {

class Pkcs11Module
{
public:
    // An absolute path, or a name that the system's loader knows. tokenTrouble.
    static Result<std::unique_ptr<Pkcs11Module>> load(const QString &library);
    ~Pkcs11Module();
    Pkcs11Module(const Pkcs11Module &) = delete;
    Pkcs11Module &operator=(const Pkcs11Module &) = delete;

    CK_FUNCTION_LIST *operator->() const { return m_functions; }

private:
    Pkcs11Module() = default;
    void *m_library = nullptr;
    CK_FUNCTION_LIST *m_functions = nullptr;
    bool m_initialised = false;
};

// What a call's answer means for a person: wrongPin, pinLocked, tokenGone, cancelled, else tokenTrouble with the call.
Error tokenError(const char *call, CK_RV answer);

} // namespace carriel::signing
