// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Server.h"

#include "reference-operator/TaskPool.h"

#include <QFile>
#include <openssl/ssl.h>
#include <stdexcept>
#include <sys/socket.h>

namespace carriel::op {

namespace {

constexpr size_t longestTarget = 2048; // the library's route patterns recurse once per character

qint64 longestBody(const Limits &limits)
{
    return std::max({limits.bundleBytes, limits.appendMax, limits.batchBytes}) + (2 << 20);
}

} // namespace

Server::Server(const Config &config)
    : m_http(QFile::encodeName(config.tlsCert).constData(), QFile::encodeName(config.tlsKey).constData())
{
    if (!m_http.is_valid())
        throw std::runtime_error("the TLS certificate or its key cannot be used");
    m_http.set_tcp_nodelay(true);
    SSL_CTX_set_mode(m_http.ssl_context(), SSL_MODE_RELEASE_BUFFERS); // most connections wait most of the time
    int listening = -1;
    m_http.set_socket_options([&listening](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        listening = socket;
    });
    m_http.set_keep_alive_max_count(1000000);
    m_http.set_keep_alive_timeout(30);
    m_http.set_read_timeout(30);
    m_http.set_write_timeout(30);
    m_http.set_payload_max_length(size_t(longestBody(config.limits)));
    const std::string host = config.listen.toStdString();
    m_port = config.port;
    const bool bound = config.port > 0 ? m_http.bind_to_port(host.c_str(), config.port)
                                       : (m_port = m_http.bind_to_any_port(host.c_str())) > 0;
    if (!bound)
        throw std::runtime_error("the port cannot be listened on");
    m_http.set_socket_options([](socket_t) {});
    ::listen(listening, 1024); // the library's own queue of five makes the sixth of a burst wait a second
}

void Server::run(Operator &op)
{
    m_http.new_task_queue = [&op] { return new TaskPool(size_t(op.config.limits.threads), [&op] { return op.busy == 0; }); };
    Router router(op);
    addDiscoveryRoutes(router);
    addFolderRoutes(router);
    addItemRoutes(router);
    addUploadRoutes(router);
    addBlobRoutes(router);
    addFeedRoutes(router);
    addFixityRoutes(router);
    addEntityRoutes(router);
    addDepositRoutes(router);
    addNotificationRoutes(router);
    addContributionRoutes(router);
    addActivityRoutes(router);
    addShareRoutes(router);
    addLinkRoutes(router);
    addPersonKeyRoutes(router);

    // Requests without a body are answered here, before the library looks for a route; the others come with a reader of their
    // body, so that nothing is held in memory that a handler did not ask for.
    m_http.set_pre_routing_handler([&](const httplib::Request &request, httplib::Response &response) {
        auto &mine = const_cast<httplib::Request &>(request); // made by the library for this request alone
        mine.headers.erase("Accept-Encoding"); // answers are not compressed: a cut gzip is not noticed by every client
        const bool bodiless = request.method == "GET" || request.method == "HEAD";
        if (bodiless) {
            router.serve(request, response, nullptr);
            return httplib::Server::HandlerResponse::Handled;
        }
        // Only what cannot or should not be read is answered unread, and the connection closed.
        Exchange ex(request, response, nullptr);
        if (request.method != "PUT" && request.method != "POST" && request.method != "PATCH")
            ex.problemAndClose(Problem("method_not_allowed"));
        else if (request.target.size() > longestTarget || ex.contentLength() > longestBody(op.config.limits))
            ex.problemAndClose(Problem("too_large"));
        else if (!request.has_header("Content-Length") && !ex.isChunked())
            ex.problemAndClose(Problem("length_required"));
        else
            return httplib::Server::HandlerResponse::Unhandled;
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto handler = [&](const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &reader) {
        router.serve(request, response, &reader);
    };
    m_http.Put("/.*", handler);
    m_http.Post("/.*", handler);
    m_http.Patch("/.*", handler);
    // What the library itself refuses (a broken request line, a body above all limits) is a problem too.
    m_http.set_error_handler([](const httplib::Request &request, httplib::Response &response) {
        if (response.body.empty() && response.get_header_value("Content-Type").empty() && response.get_header_value("X-Request-Id").empty()) {
            const int status = response.status;
            Exchange ex(request, response, nullptr);
            ex.problem(Problem(status == 413 ? "too_large" : status == 416 ? "range_invalid" : status == 404 ? "not_found" : "invalid_request"));
        }
    });
    if (!m_http.listen_after_bind())
        qWarning("the server stopped listening");
}

void Server::stop()
{
    m_http.stop();
}

} // namespace carriel::op
