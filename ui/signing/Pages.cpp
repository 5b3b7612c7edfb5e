// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/Pages.h"

#include "ui/shell/PageRegistry.h"
#include "ui/signing/CertificateDialog.h"
#include "ui/signing/SignPage.h"
#include "ui/signing/SignaturesPage.h"
#include "ui/signing/TrustPage.h"
#include "ui/signing/VerifyPage.h"

namespace carriel::ui {

namespace {
template <typename P> Page *make(const PageContext &context, QWidget *parent)
{
    return new P(context, parent);
}
} // namespace

void addSigningPages(PageRegistry &registry)
{
    const QString documents = QStringLiteral("documents");
    registry.add({QStringLiteral("signatures"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Signatures"),
                  "signature", 45, make<SignaturesPage>});
    registry.add({QStringLiteral("sign"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Sign"), "signature", 0,
                  make<SignPage>, documents});
    registry.add({QStringLiteral("trust"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Whom this computer trusts"),
                  "landmark", 0, make<TrustPage>, QStringLiteral("signatures")});
    registry.add({QStringLiteral("verify"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Verify signatures"),
                  "shield-check", 0, make<VerifyPage>, documents});
    registry.add({QStringLiteral("certificate"), PagePlace::Dialog, QT_TRANSLATE_NOOP("Pages", "Certificate"), "award",
                  0, make<CertificateDialog>});
}

} // namespace carriel::ui
