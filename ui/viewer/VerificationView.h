// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A verification for a person: the verdict as icon and words, then for each signature its three questions; what an
// expert wants is folded away under each. Shows only what the program found, never anything that the page itself draws.
// Thread: GUI.
#pragma once

#include "core/services/Verification.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class PasswordAsk;

class VerificationView final : public QWidget
{
    Q_OBJECT
public:
    // `name` begins the object names inside.
    VerificationView(const QString &name, const Theme &theme, QWidget *parent);

    void show(const CheckedFile &file);
    // In place of a verdict: it is being looked at, or why it cannot be.
    void showWords(const QString &words);
    void forget();
    int widestButton() const; // with what stands before it
    PasswordAsk *password() const { return m_password; } // shown where a document needs one
    void setKeepsPassword(bool keeps) { m_keeps = keeps; } // of what is shown next

Q_SIGNALS:
    void certificateWanted(const carriel::CertificateFacts &certificate);
    void signedVersionWanted(int signature); // its place in the file's list
    void trustWanted();
    void networkWanted(); // allow it, and look again

private:
    QWidget *signatureCard(const SignatureFacts &one, int at, int number); // of people's; 0: no title
    QWidget *answerRow(const text::Answer &answer, const QString &name, QWidget *parent);
    QWidget *expertFacts(const SignatureFacts &one, const QString &name, QWidget *parent);
    void clear();

    QString m_name;
    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QLabel *m_when;
    QPushButton *m_trust, *m_network;
    PasswordAsk *m_password;
    bool m_keeps = true;
    QVBoxLayout *m_cards;
    CheckedFile m_file;
};

} // namespace carriel::ui
