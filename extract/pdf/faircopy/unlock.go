package faircopy

import (
	"bytes"
	"crypto/md5"
	"encoding/binary"
)

// padding fills up passwords (ISO 32000-1, algorithm 2).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// terms are the entries of an encryption dictionary.
type terms struct {
	version, revision int64
	bytes             int // of the key
	permissions       int32
	owner, user       []byte
	ownerKey, userKey []byte
	id                []byte
	metadataPlain     bool
}

// unlock finds the key of an encrypted file with the empty password, as user's or as owner's.
func (f *file) unlock() error {
	f.lock = nil
	e := f.dict(f.trailer["Encrypt"])
	if e == nil {
		return nil
	}
	if n := f.name(e["Filter"]); n != "" && n != "Standard" {
		return ErrEncrypted
	}
	l := f.lockOf(e)
	if l == nil {
		return ErrEncrypted
	}
	f.lock = l
	f.forget(f.trailer["Encrypt"])
	return nil
}

// lockOf makes the lock of an encryption dictionary, or returns nil if the empty password does not open
// it. A file that encrypts nothing but attachments needs no key.
func (f *file) lockOf(e dict) *lock {
	t := f.terms(e)
	l := &lock{key: t.findKey(), metadataPlain: t.metadataPlain, strings: rc4Cipher, stream: rc4Cipher}
	if t.version >= 4 {
		l.strings, l.stream = f.filterKind(e, "StrF"), f.filterKind(e, "StmF")
	}
	if l.key == nil && (l.strings != plain || l.stream != plain) {
		return nil
	}
	return l
}

// forget drops what was read before the key was known, except the encryption dictionary, whose strings
// are never encrypted.
func (f *file) forget(encrypt object) {
	r, _ := encrypt.(ref)
	kept := f.read[r.number]
	f.read, f.packs = map[int64]object{}, map[int64]pack{}
	if r.number > 0 {
		f.read[r.number] = kept
	}
}

func (f *file) terms(e dict) terms {
	t := terms{
		version: f.integer(e["V"]), revision: f.integer(e["R"]), permissions: int32(f.integer(e["P"])),
		owner: f.text(e["O"]), user: f.text(e["U"]), ownerKey: f.text(e["OE"]), userKey: f.text(e["UE"]),
		metadataPlain: f.get(e["EncryptMetadata"]) == false,
	}
	if id := f.array(f.trailer["ID"]); len(id) > 0 {
		t.id = f.text(id[0])
	}
	t.bytes = f.keyBytes(e, t.version)
	return t
}

func (f *file) text(o object) []byte {
	s, _ := f.get(o).(text)
	return s
}

func (f *file) keyBytes(e dict, version int64) int {
	n := f.integer(e["Length"])
	switch {
	case version == 1:
		return 5
	case version == 4:
		return 16
	case n >= 40 && n <= 128:
		return int(n / 8)
	case n >= 5 && n <= 16: // some writers count bytes
		return int(n)
	}
	return 5
}

// filterKind tells how a crypt filter encrypts (ISO 32000-1, table 25).
func (f *file) filterKind(e dict, key name) cipherKind {
	filter := f.dict(f.dict(e["CF"])[f.name(e[key])])
	switch f.name(filter["CFM"]) {
	case "V2":
		return rc4Cipher
	case "AESV2":
		return aesV2
	case "AESV3":
		return aesV3
	}
	return plain
}

func (t terms) findKey() []byte {
	if t.version >= 5 {
		return t.findLongKey()
	}
	if len(t.owner) < 32 || len(t.user) < 16 {
		return nil
	}
	if key := t.userPassword(padding); t.opens(key) {
		return key
	}
	if key := t.userPassword(t.passwordFromOwner()); t.opens(key) {
		return key
	}
	return nil
}

// userPassword computes the key from a padded password (ISO 32000-1, algorithm 2).
func (t terms) userPassword(padded []byte) []byte {
	h := md5.New()
	h.Write(padded)
	h.Write(t.owner[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(t.permissions)))
	h.Write(t.id)
	if t.revision >= 4 && t.metadataPlain {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	if t.revision >= 3 {
		key = rehash(key, t.bytes)
	}
	return key[:t.bytes]
}

func rehash(key []byte, n int) []byte {
	for range 50 {
		sum := md5.Sum(key[:n])
		key = sum[:]
	}
	return key
}

// opens checks a key against the user entry (ISO 32000-1, algorithms 4 to 6).
func (t terms) opens(key []byte) bool {
	if t.revision < 3 {
		return bytes.Equal(rc4Plain(key, padding), t.user[:min(32, len(t.user))])
	}
	sum := md5.Sum(append(bytes.Clone(padding), t.id...))
	return bytes.Equal(rounds(key, sum[:], 0, 1), t.user[:16])
}

// rounds runs RC4 twenty times, each time with another form of the key.
func rounds(key, data []byte, from, step int) []byte {
	turned := make([]byte, len(key))
	for i := range 20 {
		for k := range key {
			turned[k] = key[k] ^ byte(from+i*step)
		}
		data = rc4Plain(turned, data)
	}
	return data
}

// passwordFromOwner decrypts the user's password with the empty owner's (ISO 32000-1, algorithm 7).
func (t terms) passwordFromOwner() []byte {
	sum := md5.Sum(padding)
	if t.revision < 3 {
		return rc4Plain(sum[:t.bytes], t.owner[:32])
	}
	return rounds(rehash(sum[:], t.bytes)[:t.bytes], t.owner[:32], 19, -1)
}
