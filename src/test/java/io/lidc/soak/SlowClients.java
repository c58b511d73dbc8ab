package io.lidc.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Clients that hold their connection and send nothing more, or a byte now and then, until the server has had enough of them. */
record SlowClients(SoakClock clock, int port) {
    private static final int MAX_CLIENTS = 6;
    private static final int MAX_BYTES = 40;
    private static final int BETWEEN_BYTES = 500;
    private static final List<String> STARTS = List.of(
            "POST /stu",
            "POST /studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/related; type=\"application/dicom\";"
                    + " boundary=\"b\"\r\nContent-Length: 100000\r\n\r\n--b\r\nContent-Type: application/dicom\r\n\r\n",
            "POST /instances HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/zip\r\nContent-Length: 1000000\r\n\r\nPK");

    /** A connection; whether anything more is sent over it. */
    private record Client(Socket socket, boolean sends) {}

    void connect(Random random) throws IOException, InterruptedException {
        List<Client> clients = new ArrayList<>();
        try {
            int count = 1 + random.nextInt(MAX_CLIENTS);
            for (int i = 0; i < count; i++) {
                clients.add(new Client(begin(STARTS.get(random.nextInt(STARTS.size()))), random.nextBoolean()));
            }
            for (int sent = 0; sent < MAX_BYTES && !clock.isOver(); sent++) {
                clock.pause(BETWEEN_BYTES);
                clients.stream().filter(Client::sends).forEach(SlowClients::sendByte);
            }
        } finally {
            for (Client client : clients) {
                client.socket.close();
            }
        }
    }

    private Socket begin(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void sendByte(Client client) {
        try {
            client.socket.getOutputStream().write('x');
        } catch (IOException e) {
            // The server has closed the connection, as it should.
            return;
        }
    }
}
