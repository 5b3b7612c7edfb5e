// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the visible box of a signature that is to be made would lie over, for the signatures that are there: what
// verification will say of it a second later, told before. Pure.
#pragma once

#include "core/signing/sign/OpenDocument.h"
#include "core/signing/sign/SignatureField.h"
#include "core/signing/verify/Cover.h"

namespace carriel::signing {

// The worst of all signatures; Nothing if nobody signed yet, or the box is on no page.
Cover::Of boxOver(QByteArrayView bytes, const OpenDocument &document, const VisibleBox &box);

} // namespace carriel::signing
