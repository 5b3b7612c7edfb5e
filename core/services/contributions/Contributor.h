// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person gives to an entity: reads the request and judges it, makes package and statement, sends them once and
// keeps what becomes of them. Each step is in the vault before the next begins, so that whatever is interrupted goes on
// with the same bytes under the same keys. Private to core/services. Thread: the engine's.
#pragma once

#include "core/evidence/proof/ContributionProof.h"
#include "core/services/contributions/ContributionPort.h"
#include "core/services/contributions/Packing.h"
#include "core/services/mail/Mailbox.h"
#include "core/vault/ContributionStore.h"

#include <QObject>

namespace carriel::papers {

// What the person chose, as he saw it.
struct Choice
{
    QString ask; // of the request
    ItemId document;
    QByteArray sha256;  // of the content that was shown, 32 raw bytes
    QJsonObject report; // about its signatures; empty: not checked
};

// Of a verdict (services/Verification.h): the signature holds, whoever is known to have made it.
inline bool bearsSignature(const QString &verdict)
{
    return verdict == QLatin1String("valid") || verdict == QLatin1String("valid_later_changes") || verdict == QLatin1String("indeterminate");
}

struct Answered
{
    QString id; // of the contribution
    QDateTime madeUtc;
};

struct JudgedRequest
{
    evidence::ContributionRequest request;
    QString entityName;
    std::optional<Answered> before; // by this person
    bool offline = false; // proven by the directory that this computer had: the operator did not answer
};

class Contributor final : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Done = std::function<void(Result<T>)>;
    using Finished = std::function<void(Outcome)>;

    static constexpr qint64 patience = 24 * 3600; // seconds that a consent waits to be sent

    Contributor(vault::VaultStore &store, mail::Mailbox &mailbox, Random &random);
    void setPort(ContributionPort *port); // null: no login now
    vault::ContributionStore &rows() { return m_rows; }

    // `source`: carpeta://request?uri=…, https://…, the id of a published request, or the request itself, which needs no
    // operator where this computer knows who asks. requestRefused, requestUnreachable, unprovenNow, those of the operator.
    void read(const QString &source, Done<JudgedRequest> done);
    // What entities ask of everybody: those of them that read() would not refuse.
    void published(Done<QList<JudgedRequest>> done);
    // The act: from here on it is consented to and kept. Answers with its id. requestRefused, documentMissing,
    // documentUnfit, versionChanged, tooLarge, answeredBefore; without `again` also answerAgain. `offline`: the name of who asks,
    // as it was shown without the operator's word: it is judged once more with that word before anything is sent.
    Result<QString> consent(const QByteArray &request, const QList<Choice> &choices, bool again = false, const QString &offline = {});
    // Sends what waits, in order; answers when nothing is left that can be done now, with the first thing that stood in
    // the way.
    void send(Finished done);
    // What the operator knows of all of them, those of other computers too.
    void refresh(Finished done);
    Outcome cancel(const QString &id); // alreadySent, noSuchContribution
    // What the feed brought of one: schema Contribution of docs/protocol.
    Outcome take(const QJsonObject &json);
    // All that proves what became of it, or that it could not be given. noSuchContribution.
    Result<evidence::ContributionProof> proofOf(const QString &id);

Q_SIGNALS:
    void changed();

private:
    // The operator's now; where it does not answer for a while, the one that is known here, with why it is not the operator's.
    using WithDirectory = std::function<void(Result<evidence::Directory>, const std::optional<sync::Trouble> &)>;
    void askDirectory(WithDirectory done);
    void withDirectory(std::function<void(Result<evidence::Directory>)> done);
    void judgeAgain(vault::ContributionRow row);
    void judge(const QByteArray &jws, const QString &origin, Done<JudgedRequest> done);
    struct Packable
    {
        PackedDocument document;
        QString version;
    };
    Result<Packable> packable(const evidence::AskedDocument &asked, const Choice &choice);
    // The content that is shown now; nothing for what is no active document.
    Result<std::optional<sync::BlobRow>> contentOf(const ItemId &id);
    Outcome stillAsSeen(const vault::ContributionRow &row);
    void sendNext();
    void upload(vault::ContributionRow row);
    void append(vault::ContributionRow row, const QString &url, qint64 offset, qint64 piece);
    void uploaded(vault::ContributionRow row, const QString &blob);
    void submit(vault::ContributionRow row);
    void refused(vault::ContributionRow row, const sync::Trouble &trouble);
    Outcome noteFailure(const vault::ContributionRow &row, const sync::Trouble &trouble);
    void comeBack(vault::ContributionRow row, const QString &reason);
    Outcome end(const vault::ContributionRow &row, const char *kind);
    Result<std::optional<Answered>> answered(const evidence::ContributionRequest &request);
    Outcome mayAnswer(const evidence::ContributionRequest &request, bool again);
    QString entityName(const QString &id); // as the last directory has it
    void rest(const Error &error);
    void rest();
    void refreshFrom(const QString &next, Finished done);
    void publishedFrom(const QString &next, QList<JudgedRequest> so, std::shared_ptr<evidence::Directory> directory,
                       const QString &holder, Done<QList<JudgedRequest>> done);
    QString newId() { return m_mailbox.newId(); }
    QDateTime now() const { return m_mailbox.clock().nowUtc(); }

    vault::VaultStore &m_store;
    vault::ContributionStore m_rows;
    mail::Mailbox &m_mailbox;
    Random &m_random;
    ContributionPort *m_port = nullptr;
    int m_generation = 0; // answers for an earlier port are dropped
    bool m_sending = false;
    std::vector<Finished> m_waiting;
};

} // namespace carriel::papers
