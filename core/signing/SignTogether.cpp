// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/SignTogether.h"

#include "core/signing/SigningErrors.h"

namespace carriel::signing {

namespace {

struct Table : std::enable_shared_from_this<Table>
{
    crypto::Certificate certificate;
    QList<crypto::Certificate> chain;
    SignTogether::Ask ask;
    int seats = 0; // keys that are still there
    bool busy = false;
    QByteArrayList waiting;
    QList<KeySource::Signed> answers;

    void look()
    {
        if (busy || waiting.isEmpty() || waiting.size() < seats)
            return;
        busy = true;
        const QByteArrayList now = std::exchange(waiting, {});
        ask(now, [self = shared_from_this(), to = std::exchange(answers, {})](const Result<QByteArrayList> &values) {
            for (qsizetype i = 0; i < to.size(); ++i) {
                if (!values.ok())
                    to[i](values.error());
                else if (values.value().size() != to.size())
                    to[i](Error{errors::remoteRefused, {{QStringLiteral("reason"), QStringLiteral("protocol")}}, {}});
                else
                    to[i](values.value().at(i));
            }
            self->busy = false; // only now: an answer may end a document, and with it its key
            self->look();
        });
    }
};

class Seat final : public KeySource
{
public:
    explicit Seat(std::shared_ptr<Table> table) : m_table(std::move(table)) {}
    ~Seat() override
    {
        --m_table->seats;
        m_table->look();
    }
    crypto::Certificate certificate() const override { return m_table->certificate; }
    QList<crypto::Certificate> chain() const override { return m_table->chain; }
    void sign(const QByteArray &toBeSigned, Signed done) override
    {
        m_table->waiting += toBeSigned;
        m_table->answers += std::move(done);
        m_table->look();
    }

private:
    std::shared_ptr<Table> m_table;
};

} // namespace

QList<std::shared_ptr<KeySource>> SignTogether::keys(int count, crypto::Certificate certificate,
                                                     QList<crypto::Certificate> chain, Ask ask)
{
    const auto table = std::make_shared<Table>();
    table->certificate = std::move(certificate);
    table->chain = std::move(chain);
    table->ask = std::move(ask);
    table->seats = count;
    QList<std::shared_ptr<KeySource>> out;
    for (int i = 0; i < count; ++i)
        out += std::make_shared<Seat>(table);
    return out;
}

} // namespace carriel::signing
