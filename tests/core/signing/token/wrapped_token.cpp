// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A card's driver for the tests: SoftHSM, wrapped, with the moods of real cards. CARRIEL_TEST_TOKEN names the mood:
// locked, last, worse (a wrong PIN leaves one try), removed, always (a PIN for each signature), slow, hang, crash,
// swapped (another certificate after login), pad (the reader asks for the PIN itself).
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <map>
#include <p11-kit/pkcs11.h>
#include <unistd.h>

namespace {

CK_FUNCTION_LIST *inner = nullptr;
CK_FUNCTION_LIST ours{};
bool wrongOnce = false, loggedIn = false, fresh = false, gone = false;

bool mood(const char *name)
{
    const char *now = std::getenv("CARRIEL_TEST_TOKEN");
    return now && std::strcmp(now, name) == 0;
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    const CK_RV answer = inner->C_GetTokenInfo(slot, info);
    if (mood("locked"))
        info->flags |= CKF_USER_PIN_LOCKED;
    if (mood("last") || (mood("worse") && wrongOnce))
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    if (mood("pad"))
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    return answer;
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR *pin, CK_ULONG size)
{
    static CK_UTF8CHAR typed[] = "123456";
    if (mood("locked"))
        return CKR_PIN_LOCKED;
    if (user == CKU_CONTEXT_SPECIFIC) {
        fresh = size == 6 && std::memcmp(pin, typed, 6) == 0;
        return fresh ? CKR_OK : CKR_PIN_INCORRECT;
    }
    if (mood("pad"))
        return pin ? CKR_ARGUMENTS_BAD : inner->C_Login(session, user, typed, 6);
    const CK_RV answer = inner->C_Login(session, user, pin, size);
    wrongOnce |= answer == CKR_PIN_INCORRECT;
    loggedIn |= answer == CKR_OK;
    return answer;
}

CK_RV attributes(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *list, CK_ULONG count)
{
    static std::map<CK_OBJECT_HANDLE, int> reads; // a card tells its objects in any order
    const CK_RV answer = inner->C_GetAttributeValue(session, object, list, count);
    for (CK_ULONG i = 0; answer == CKR_OK && i < count; ++i) {
        if (!list[i].pValue)
            continue;
        auto *bytes = static_cast<CK_BYTE *>(list[i].pValue);
        if (mood("always") && list[i].type == CKA_ALWAYS_AUTHENTICATE)
            bytes[0] = CK_TRUE;
        if (mood("swapped") && loggedIn && list[i].type == CKA_VALUE && ++reads[object] > 1)
            bytes[list[i].ulValueLen - 1] ^= 1;
    }
    return answer;
}

CK_RV findInit(CK_SESSION_HANDLE session, CK_ATTRIBUTE *list, CK_ULONG count)
{
    return gone ? CKR_DEVICE_REMOVED : inner->C_FindObjectsInit(session, list, count);
}

CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE *data, CK_ULONG size, CK_BYTE *signature, CK_ULONG *signatureSize)
{
    if (mood("removed")) {
        gone = true;
        return CKR_DEVICE_REMOVED;
    }
    if (mood("always") && !fresh)
        return CKR_USER_NOT_LOGGED_IN;
    if (mood("slow"))
        sleep(2);
    while (mood("hang"))
        sleep(60);
    if (mood("crash"))
        std::abort();
    fresh = false;
    return inner->C_Sign(session, data, size, signature, signatureSize);
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    void *library = dlopen("/usr/lib/softhsm/libsofthsm2.so", RTLD_NOW | RTLD_LOCAL);
    const auto get = library ? reinterpret_cast<CK_C_GetFunctionList>(dlsym(library, "C_GetFunctionList")) : nullptr;
    if (!get || get(&inner) != CKR_OK)
        return CKR_GENERAL_ERROR;
    ours = *inner;
    ours.C_GetTokenInfo = tokenInfo;
    ours.C_Login = login;
    ours.C_GetAttributeValue = attributes;
    ours.C_FindObjectsInit = findInit;
    ours.C_Sign = sign;
    *list = &ours;
    return CKR_OK;
}
