// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/token/Pkcs11Module.h"

#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"

#include <QFile>
#include <dlfcn.h>

namespace carriel::signing {

namespace {

Error trouble(const QString &what, const QString &detail)
{
    return Error{errors::tokenTrouble, {{QStringLiteral("what"), what}}, detail};
}

} // namespace

Error tokenError(const char *call, CK_RV answer)
{
    const QString detail = QString::fromLatin1(call) + QStringLiteral(" 0x") + QString::number(answer, 16);
    switch (answer) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return {errors::wrongPin, {}, detail};
    case CKR_PIN_LOCKED:
        return {errors::pinLocked, {}, detail};
    case CKR_DEVICE_REMOVED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_SLOT_ID_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_SESSION_HANDLE_INVALID:
        return {errors::tokenGone, {}, detail};
    case CKR_FUNCTION_CANCELED:
    case CKR_CANCEL:
        return {carriel::errors::cancelled, {}, detail};
    default:
        return trouble(QString::fromLatin1(call), detail);
    }
}

Result<std::unique_ptr<Pkcs11Module>> Pkcs11Module::load(const QString &library)
{
    std::unique_ptr<Pkcs11Module> module(new Pkcs11Module);
    module->m_library = dlopen(QFile::encodeName(library).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!module->m_library)
        return trouble(library, QString::fromLocal8Bit(dlerror()));
    const auto get = reinterpret_cast<CK_C_GetFunctionList>(dlsym(module->m_library, "C_GetFunctionList"));
    if (!get)
        return trouble(library, QStringLiteral("no C_GetFunctionList"));
    if (const CK_RV answer = get(&module->m_functions); answer != CKR_OK || !module->m_functions)
        return tokenError("C_GetFunctionList", answer);
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    CK_RV answer = module->m_functions->C_Initialize(&arguments);
    if (answer == CKR_CANT_LOCK || answer == CKR_ARGUMENTS_BAD) // old modules know no threads; this process has one
        answer = module->m_functions->C_Initialize(nullptr);
    if (answer != CKR_OK)
        return tokenError("C_Initialize", answer);
    module->m_initialised = true;
    return module;
}

Pkcs11Module::~Pkcs11Module()
{
    if (m_initialised)
        m_functions->C_Finalize(nullptr);
    // The library stays loaded: modules leave threads and exit handlers behind, and the process ends now anyway.
}

} // namespace carriel::signing
